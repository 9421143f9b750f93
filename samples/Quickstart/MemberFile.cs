using System.Runtime.CompilerServices;
using Sylvan.Data.Csv;

namespace Quickstart;

/// <summary>Reads members from a CSV file, row by row. An empty field is null, so the parameter is not sent.</summary>
internal static class MemberFile
{
    public static async IAsyncEnumerable<Member> ReadAsync(
        string path,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await using CsvDataReader row = await CsvDataReader.CreateAsync(path, cancel: cancellationToken);
        int memberId = row.GetOrdinal("memberId");
        int name = row.GetOrdinal("name");
        int tier = row.GetOrdinal("tier");
        int points = row.GetOrdinal("points");
        int lifetimeValue = row.GetOrdinal("lifetimeValue");
        int city = row.GetOrdinal("city");
        int lastVisit = row.GetOrdinal("lastVisit");
        int newsletter = row.GetOrdinal("newsletter");
        int favouriteBrand = row.GetOrdinal("favouriteBrand");
        while (await row.ReadAsync(cancellationToken))
        {
            yield return new Member
            {
                MemberId = row.GetString(memberId),
                Name = Text(row, name),
                Tier = Text(row, tier) is { } text ? Enum.Parse<Tier>(text) : null,
                Points = IsEmpty(row, points) ? null : row.GetInt32(points),
                LifetimeValue = IsEmpty(row, lifetimeValue) ? null : row.GetDecimal(lifetimeValue),
                City = Text(row, city),
                LastVisit = IsEmpty(row, lastVisit) ? null : row.GetDate(lastVisit),
                Newsletter = IsEmpty(row, newsletter) ? null : row.GetBoolean(newsletter),
                FavouriteBrand = Text(row, favouriteBrand),
            };
        }
    }

    private static bool IsEmpty(CsvDataReader row, int column) => row.GetFieldSpan(column).IsEmpty;

    private static string? Text(CsvDataReader row, int column) => IsEmpty(row, column) ? null : row.GetString(column);
}
