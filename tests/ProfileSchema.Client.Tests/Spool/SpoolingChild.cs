using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace ProfileSchema.Client.Tests.Spool;

/// <summary>A small program that makes a spooled run in a process of its own.</summary>
internal static class SpoolingChild
{
    /// <summary>Whether it is there: it is built for .NET 10 only.</summary>
    public static bool Exists => File.Exists(ProgramPath());

    /// <summary>Starts it with its output redirected.</summary>
    public static Process Start(Uri emulator, string spool, int rows) =>
        Process.Start(
            new ProcessStartInfo("dotnet")
            {
                ArgumentList =
                {
                    "exec",
                    ProgramPath(),
                    emulator.ToString(),
                    spool,
                    rows.ToString(CultureInfo.InvariantCulture),
                },
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;

    private static string ProgramPath([CallerFilePath] string thisFile = "")
    {
        string tests = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
        string configuration = AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal)
            ? "Release"
            : "Debug";
        return Path.Combine(
            tests,
            "ProfileSchema.KilledRun",
            "bin",
            configuration,
            "net10.0",
            "ProfileSchema.KilledRun.dll"
        );
    }
}
