using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Spool;

/// <summary>Runs with a spool in a directory of their own.</summary>
public abstract class SpoolTest : EmulatorTest
{
    /// <summary>A directory for the test alone.</summary>
    protected string Root { get; } = Directory.CreateTempSubdirectory("spool-").FullName;

    protected string Spool => Path.Combine(Root, "spool");

    protected BulkOptions Options => new() { MaxRowsPerFile = 4, SpoolDirectory = Spool };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Root, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected static IEnumerable<Member> Members(int count = 20) =>
        Enumerable
            .Range(0, count)
            .Select(i => new Member(i % 7 == 6 ? $"m{i}/" : $"m{i}", i % 5 == 4 ? null : $"c{i}"));

    /// <summary>A run whose first file is stored and not taken.</summary>
    protected async Task CutAsync(ProfileClient client, TargetEmulator emulator)
    {
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Status(403));
        await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.UpdateManyAsync(Members(), Options, null, Cancellation)
        );
    }

    protected static async Task RefusedAsync(
        ProfileClient client,
        IEnumerable<Member> members,
        BulkOptions options,
        string message
    )
    {
        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() =>
            client.UpdateManyAsync(members, options, null, Cancellation)
        );
        BulkSpoolException refusal =
            exception as BulkSpoolException ?? Assert.IsType<BulkSpoolException>(exception.InnerException);
        Assert.Equal(message, refusal.Message);
    }
}
