using ProfileSchema.PackageTests.Consuming;
using Xunit.Sdk;
using Xunit.v3;

// Every test here builds something with all cores.
[assembly: Parallelization(Mode = ParallelMode.None)]
[assembly: AssemblyFixture(typeof(PackageFolder))]
