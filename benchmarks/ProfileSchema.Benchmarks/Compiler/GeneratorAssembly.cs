using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ProfileSchema.Benchmarks.Compiler;

/// <summary>Finds the generator of an assembly that the compiler would load.</summary>
internal static class GeneratorAssembly
{
    public static ISourceGenerator ProfileSchema() => Load("ProfileSchemaGenerator");

    public static ISourceGenerator SystemTextJson() => Load("SystemTextJsonGenerator");

    private static ISourceGenerator Load(string name)
    {
        string path = typeof(GeneratorAssembly)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == name)
            .Value!;
        Type type = Assembly
            .LoadFrom(path)
            .GetTypes()
            .Single(type => type.GetCustomAttribute<GeneratorAttribute>() is not null && !type.IsAbstract);
        return ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
    }
}
