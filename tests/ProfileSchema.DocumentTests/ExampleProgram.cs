using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using ProfileSchema.Emulator;
using ProfileSchema.Generator;

namespace ProfileSchema.DocumentTests;

/// <summary>Compiles the blocks of an example into one program, and runs it in this process.</summary>
internal static partial class ExampleProgram
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private const string LibraryUsing = "global using ProfileSchema;";

    /// <summary>Advice on a member that an excerpt never sets. A whole program sets it.</summary>
    private const string Advice = "PRF023";

    private static readonly string Folder = Path.Combine(Path.GetTempPath(), $"examples-{Environment.ProcessId}");

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Where(path => Path.GetFileName(path) is not "ProfileSchema.Generator.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static async Task<string> RunAsync(Example example, TargetEmulator target)
    {
        using var image = new MemoryStream();
        Compilation compilation = await CompileAsync(example);
        EmitResult emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        Assembly program = Assembly.Load(image.ToArray());
        TextWriter console = Console.Out;
        using var printed = new StringWriter();
        Console.SetOut(printed);
        string directory = Environment.CurrentDirectory;
        Environment.CurrentDirectory = Directory.CreateDirectory(Folder).FullName;
        try
        {
            await RunMainAsync(program, target);
            await RunTestsAsync(program);
        }
        finally
        {
            Console.SetOut(console);
            Environment.CurrentDirectory = directory;
            Directory.Delete(Folder, recursive: true);
        }

        return printed.ToString();
    }

    /// <summary>The files of an example: as they are, or one that is put together from excerpts.</summary>
    private static IEnumerable<string> Sources(Example example) =>
        example.IsVerbatim
            ?
            [
                GlobalUsings,
                .. example
                    .Blocks.GroupBy(block => block.File, StringComparer.Ordinal)
                    .Select(file => OnThisMachine(string.Join('\n', file.Select(block => block.Text)))),
            ]
            : [GlobalUsings + '\n' + LibraryUsing, Source(example)];

    /// <summary>One file as the compiler wants it: usings, statements, types.</summary>
    private static string Source(Example example)
    {
        IEnumerable<string> given = example.Given.Select(name =>
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Given", name + ".cs"))
        );
        CompilationUnitSyntax[] blocks =
        [
            .. given
                .Concat(example.Blocks.Select(block => block.Text))
                .Select(text => SyntaxFactory.ParseCompilationUnit(text)),
        ];
        MemberDeclarationSyntax[] members = [.. blocks.SelectMany(block => block.Members)];
        IEnumerable<SyntaxNode> parts =
        [
            .. blocks.SelectMany(block => block.Usings).DistinctBy(name => name.ToString()),
            .. members.Where(member => member is GlobalStatementSyntax),
            .. members.Where(member => member is not GlobalStatementSyntax),
        ];
        return OnThisMachine(string.Join('\n', parts.Select(part => part.ToFullString())));
    }

    /// <summary>
    /// A page speaks of an account, of a status that is asked a minute later, and of a server's folder. Here it is the emulator, at
    /// once, and a folder that goes again.
    /// </summary>
    private static string OnThisMachine(string source) =>
        BulkOptionsWithoutInterval()
            .Replace(source, "new BulkOptions { StatusInterval = TimeSpan.FromMilliseconds(20), ")
            .Replace(
                "UpdateManyAsync(members)",
                "UpdateManyAsync(members, new BulkOptions { StatusInterval = TimeSpan.FromMilliseconds(20) })",
                StringComparison.Ordinal
            )
            .Replace(
                """{ ClientCode = "acme" }""",
                """{ ClientCode = "acme", BaseAddress = new Uri(args[0]) }""",
                StringComparison.Ordinal
            )
            .Replace("""new Uri("https://acme.tt.omtrdc.net/")""", "new Uri(args[0])", StringComparison.Ordinal)
            .Replace("/var/lib/profiles", Folder, StringComparison.Ordinal);

    [GeneratedRegex(@"new BulkOptions\s*\{(?!\s*StatusInterval)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BulkOptionsWithoutInterval();

    private static async Task<Compilation> CompileAsync(Example example)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        SyntaxTree[] files = [.. Sources(example).Select(source => CSharpSyntaxTree.ParseText(source, options))];
        var compilation = CSharpCompilation.Create(
            "Example" + Guid.NewGuid().ToString("N"),
            files,
            References,
            new CSharpCompilationOptions(
                files.Any(HasStatements) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                // Assemblies of other versions of the framework, which the SDK does not report either.
                specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress)],
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        CSharpGeneratorDriver
            .Create([new ProfileGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        IEnumerable<DiagnosticAnalyzer> analyzers = typeof(ProfileGenerator)
            .Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);
        IEnumerable<Diagnostic> said = await output.WithAnalyzers([.. analyzers]).GetAllDiagnosticsAsync();
        Assert.DoesNotContain(
            said,
            diagnostic =>
                diagnostic.Severity >= DiagnosticSeverity.Warning && (example.IsVerbatim || diagnostic.Id != Advice)
        );
        return output;
    }

    private static bool HasStatements(SyntaxTree file) =>
        file.GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax);

    private static async Task RunMainAsync(Assembly program, TargetEmulator target)
    {
        if (program.EntryPoint is not { } main)
        {
            return;
        }

        // The compiler's own Main waits; the method behind it is asynchronous.
        MethodInfo method =
            main.DeclaringType!.GetMethod("<Main>$", BindingFlags.NonPublic | BindingFlags.Static) ?? main;
        object? running = method.Invoke(
            null,
            BindingFlags.DoNotWrapExceptions,
            null,
            [new[] { target.BaseAddress.ToString() }],
            null
        );
        await (running as Task ?? Task.CompletedTask);
    }

    /// <summary>Runs the tests that an example declares, as xUnit would.</summary>
    private static async Task RunTestsAsync(Assembly program)
    {
        IEnumerable<MethodInfo> tests = program
            .GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FactAttribute>() is not null);
        foreach (MethodInfo test in tests)
        {
            object instance = Activator.CreateInstance(test.DeclaringType!)!;
            if (instance is IAsyncLifetime starting)
            {
                await starting.InitializeAsync();
            }

            await (
                test.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, null, null) as Task ?? Task.CompletedTask
            );
            if (instance is IAsyncDisposable ending)
            {
                await ending.DisposeAsync();
            }
        }
    }
}
