using System.Text;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Tests.Running;

/// <summary>
/// Runs of the tool in the process of the tests, in which each takes milliseconds. The working directory, the environment and the
/// standard input belong to the whole process, so runs take turns.
/// </summary>
internal static class ToolCall
{
    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>Runs the tool. Its outputs are no terminal.</summary>
    public static Task<ToolProcess> RunAsync(
        string directory,
        IReadOnlyDictionary<string, string?> environment,
        string? input,
        string[] arguments
    ) =>
        InTurnAsync(
            directory,
            environment,
            input,
            async () =>
            {
                using var output = new OpenStream();
                await using var writer = new StreamWriter(output, new UTF8Encoding(false)) { AutoFlush = true };
                await using var error = new StringWriter();
                int exitCode = await ToolRoot.RunAsync(arguments, new ToolConsole(writer, error, () => output));
                return new ToolProcess(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
            }
        );

    /// <summary>Starts the tool, and returns once it has written a line that begins with a text.</summary>
    public static Task<StartedTool> StartAsync(
        string directory,
        IReadOnlyDictionary<string, string?> environment,
        string text,
        string[] arguments
    ) => InTurnAsync(directory, environment, input: null, () => StartedTool.StartAsync(text, arguments));

    private static async Task<T> InTurnAsync<T>(
        string directory,
        IReadOnlyDictionary<string, string?> environment,
        string? input,
        Func<Task<T>> run
    )
    {
        await Turn.WaitAsync(TestContext.Current.CancellationToken);
        string directoryBefore = Environment.CurrentDirectory;
        TextReader inputBefore = Console.In;
        var environmentBefore = environment.Keys.ToDictionary(name => name, Environment.GetEnvironmentVariable);
        try
        {
            Environment.CurrentDirectory = directory;
            Console.SetIn(new StringReader(input ?? ""));
            SetEnvironment(environment);
            return await run();
        }
        finally
        {
            SetEnvironment(environmentBefore);
            Console.SetIn(inputBefore);
            Environment.CurrentDirectory = directoryBefore;
            Turn.Release();
        }
    }

    private static void SetEnvironment(IReadOnlyDictionary<string, string?> environment)
    {
        foreach ((string name, string? value) in environment)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    /// <summary>Stays open, as the output of a process does, whoever has written to it.</summary>
    private sealed class OpenStream : MemoryStream
    {
        protected override void Dispose(bool disposing) => base.Dispose(disposing: false);
    }
}
