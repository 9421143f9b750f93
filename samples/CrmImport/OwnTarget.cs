using System.Globalization;
using ProfileSchema.Emulator;

namespace CrmImport;

/// <summary>The Target of an import without an account, on this machine: nothing leaves it.</summary>
internal static class OwnTarget
{
    /// <summary>
    /// Starts it where that of the run before was: an import that was cut off belongs to its address, and goes on there. What the
    /// one before had taken went with it, so the fate of that stays unknown.
    /// </summary>
    public static async Task<TargetEmulator> StartAsync(string folder)
    {
        int port = 0;
        if (File.Exists(PortFile(folder)))
        {
            _ = int.TryParse(await File.ReadAllTextAsync(PortFile(folder)), CultureInfo.InvariantCulture, out port);
        }

        try
        {
            return await TargetEmulator.StartAsync(new TargetEmulatorOptions { Port = port, RecordBodies = false });
        }
        catch (IOException) when (port != 0)
        {
            // Somebody else is there by now.
            return await TargetEmulator.StartAsync(new TargetEmulatorOptions { RecordBodies = false });
        }
    }

    /// <summary>Keeps its port for the next run.</summary>
    public static async Task RememberAsync(TargetEmulator target, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(
                PortFile(folder),
                target.BaseAddress.Port.ToString(CultureInfo.InvariantCulture)
            );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The job needs the folder too, and says what is wrong with it.
        }
    }

    private static string PortFile(string folder) => Path.Combine(folder, "target-port");
}
