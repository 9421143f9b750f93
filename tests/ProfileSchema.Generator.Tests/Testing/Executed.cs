using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace ProfileSchema.Generator.Tests.Testing;

/// <summary>Compiles source with its contracts, loads it, and calls <c>Test.Run()</c>.</summary>
internal static class Executed
{
    public static T Run<T>(params string[] files) => Run<T>(GeneratorRun.Of(files));

    private static T Run<T>(GeneratorRun generated)
    {
        using var image = new MemoryStream();
        EmitResult emitted = generated.AssertCompiles().Output.Emit(image);
        Assert.True(emitted.Success);
        MethodInfo run = Assembly.Load(image.ToArray()).GetType("Test", throwOnError: true)!.GetMethod("Run")!;
        return (T)run.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;
    }

    /// <summary>The parameters of a single update of the profile that an expression makes.</summary>
    public static string Parameters(string expression, params string[] files) =>
        Run<string>([.. files, Entry($"ProfileSerializer.ToParameterString({expression})", "string")]);

    /// <summary>The same, of source that refers to another assembly, which is made of source too.</summary>
    public static string ParametersWith(string library, string expression, params string[] files)
    {
        CSharpCompilation referred = Source.Compile([library]).WithAssemblyName("Referred");
        using var image = new MemoryStream();
        Assert.True(referred.Emit(image).Success);
        Assembly.Load(image.ToArray());
        AppDomain.CurrentDomain.AssemblyResolve += Resolve;
        try
        {
            CSharpCompilation compilation = Source
                .Compile([.. files, Entry($"ProfileSerializer.ToParameterString({expression})", "string")])
                .AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
            return Run<string>(GeneratorRun.Of(compilation));
        }
        finally
        {
            AppDomain.CurrentDomain.AssemblyResolve -= Resolve;
        }

        static Assembly? Resolve(object? sender, ResolveEventArgs wanted) =>
            AppDomain.CurrentDomain.GetAssemblies().LastOrDefault(loaded => loaded.FullName == wanted.Name);
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
}
