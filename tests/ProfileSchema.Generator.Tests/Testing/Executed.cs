using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace ProfileSchema.Generator.Tests.Testing;

/// <summary>Compiles source with its contracts, loads it, and calls <c>Test.Run()</c>.</summary>
internal static class Executed
{
    public static T Run<T>(params string[] files) => Run<T>(GeneratorRun.Of(files));

    /// <summary>The same, of what may refer to another assembly.</summary>
    public static T Run<T>(GeneratorRun generated, Compilation? library = null)
    {
        var context = new AssemblyLoadContext(name: null);
        if (library is not null)
        {
            context.LoadFromStream(new MemoryStream(Image(library)));
        }

        Assembly assembly = context.LoadFromStream(new MemoryStream(Image(generated.Output)));
        MethodInfo run = assembly.GetType("Test", throwOnError: true)!.GetMethod("Run")!;
        return (T)run.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;
    }

    /// <summary>Source that refers to another assembly, if there is one.</summary>
    public static Compilation Refer(CSharpCompilation source, Compilation? library, string? alias = null)
    {
        if (library is null)
        {
            return source;
        }

        MetadataReference reference = MetadataReference.CreateFromImage(Image(library));
        return source.AddReferences(alias is null ? reference : reference.WithAliases([alias]));
    }

    /// <summary>The parameters of a single update of the profile that an expression makes.</summary>
    public static string Parameters(string expression, params string[] files) =>
        Run<string>([.. files, Entry($"ProfileSerializer.ToParameterString({expression})", "string")]);

    /// <summary>The same, of source that refers to another assembly, which is made of source too.</summary>
    public static string ParametersWith(string library, string expression, params string[] files)
    {
        Compilation referred = Source.Compile([library]).WithAssemblyName("Referred");
        CSharpCompilation source = Source.Compile([
            .. files,
            Entry($"ProfileSerializer.ToParameterString({expression})", "string"),
        ]);
        return Run<string>(GeneratorRun.Of(Refer(source, referred)), referred);
    }

    /// <summary>The batch file of the profiles that expressions make.</summary>
    public static string Batch(string type, string expressions, params string[] files) =>
        Run<string>([.. files, Entry($"ProfileSerializer.ToBatchString(new {type}[] {{ {expressions} }})", "string")]);

    /// <summary>The parameters that the contract of a type tells of.</summary>
    public static IReadOnlyList<ProfileParameter> Contract(string type, params string[] files) =>
        Run<IReadOnlyList<ProfileParameter>>([
            .. files,
            Entry(
                $"ProfileContract.Of<{type}>().Parameters",
                "System.Collections.Generic.IReadOnlyList<ProfileParameter>"
            ),
        ]);

    private static string Entry(string expression, string type) =>
        $"internal static class Test {{ public static {type} Run() => {expression}; }}";

    /// <summary>Fails as <see cref="GeneratorRun.AssertCompiles"/> does. To ask for the diagnostics first would compile twice.</summary>
    private static byte[] Image(Compilation compilation)
    {
        using var image = new MemoryStream();
        EmitResult emitted = compilation.Emit(image);
        Assert.Empty(emitted.Diagnostics.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info));
        Assert.True(emitted.Success);
        return image.ToArray();
    }
}
