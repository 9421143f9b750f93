using System.Globalization;
using BenchmarkDotNet.Running;
using ProfileSchema.Benchmarks.Charts;
using ProfileSchema.Benchmarks.Children;
using ProfileSchema.Benchmarks.Compiler;
using ProfileSchema.Benchmarks.EndToEnd;
using ProfileSchema.Benchmarks.Ratios;

switch (Child.Part(args))
{
    case UploadChildren.Ours:
        await UploadChildren.UploadAsync(new Uri(args[2]), args[3], Number(args[4]));
        return 0;
    case UploadChildren.Platform:
        await UploadChildren.PostAsync(new Uri(args[2]), args[3], Number(args[4]));
        return 0;
    case GeneratorChild.Part:
        GeneratorChild.Run(Number(args[2]));
        return 0;
}

if (args.Contains("--ratios"))
{
    return RatioCommand.Run(args);
}

if (args.Contains("--report"))
{
    return ReportCommand.Run(args);
}

BenchmarkSwitcher.FromAssembly(typeof(RatioCommand).Assembly).Run(args);
return 0;

static int Number(string argument) => int.Parse(argument, CultureInfo.InvariantCulture);
