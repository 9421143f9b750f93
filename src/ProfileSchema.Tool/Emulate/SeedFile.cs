using ProfileSchema.Emulator;
using ProfileSchema.Tool.Output;
using ProfileSchema.Tool.Rows;

namespace ProfileSchema.Tool.Emulate;

/// <summary>Customers that are known from the start, as if they had visited: from a CSV export or a batch file.</summary>
internal sealed class SeedFile(string path, RowOptions options, ToolConsole console)
{
    /// <summary>Makes the profiles that an account does not have; those it has stay as they are.</summary>
    /// <exception cref="ToolException">The file cannot be read, or a row of it cannot be a profile.</exception>
    public async Task AddToAsync(IReadOnlyList<TargetAccount> accounts, CancellationToken cancellationToken)
    {
        await using RowFile source = await RowFile.OpenAsync(path, options, cancellationToken);
        long made = 0;
        long present = 0;

        // The rows are judged as those are that are sent: what a profile could not have got from the wire is no seed.
        using var judge = new BatchFileWriter<ProfileRow>(
            source.Contract,
            onRejected: rejected => source.Rejections.Add(source.Line, rejected)
        );
        await foreach (ProfileRow row in source.ReadAsync(cancellationToken))
        {
            long rejections = source.Rejections.Count;
            using BatchFile? full = judge.Add(row);
            if (source.Rejections.Count > rejections)
            {
                continue;
            }

            foreach (TargetAccount account in accounts)
            {
                bool isNew = Add(account, source.Contract, row);
                made += isNew ? 1 : 0;
                present += isNew ? 0 : 1;
            }
        }

        source.Rejections.Write(path, console);
        if (source.Rejections.Count > 0)
        {
            throw new ToolException(
                ExitCode.DataErrors,
                $"{path}: {Display.Count(source.Rejections.Count)} rows cannot be profiles. Nothing was started."
            );
        }

        string left = present == 0 ? "" : $", {Display.Count(present)} were there and stay as they are";
        console.Note($"{path}: {Display.Count(made)} profiles made{left}.");
    }

    private static bool Add(TargetAccount account, ProfileRowContract contract, ProfileRow row)
    {
        bool isPcId = contract.KeyKind is ProfileKeyKind.PcId;
        string id = row.Cells[0];
        if (account.FindProfile(isPcId ? TargetId.PcId(id) : TargetId.ThirdPartyId(id)) is not null)
        {
            return false;
        }

        account.AddProfile(
            thirdPartyId: isPcId ? null : id,
            pcId: isPcId ? id : null,
            attributes: contract
                .Parameters.Select((parameter, i) => KeyValuePair.Create(parameter.Name, row.Cells[i + 1]))
                .Where(attribute => attribute.Value.Length > 0)
        );
        return true;
    }
}
