using System.Globalization;
using ProfileSchema.Emulator;

namespace CrmImport;

/// <summary>The emulator of an import without an account. No data is sent to Adobe.</summary>
internal static class LocalEmulator
{
    /// <summary>
    /// Starts the emulator at the address of the previous run, because an interrupted import can only be resumed at the same address. The
    /// batches of the previous emulator are gone, so their status stays unknown.
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
            // Another process uses the port by now.
            return await TargetEmulator.StartAsync(new TargetEmulatorOptions { RecordBodies = false });
        }
    }

    /// <summary>Stores the port for the next run.</summary>
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
            // The job uses the folder too and reports what is wrong with it.
        }
    }

    private static string PortFile(string folder) => Path.Combine(folder, "target-port");
}
