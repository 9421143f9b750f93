using System.Globalization;
using System.Runtime.CompilerServices;
using Sylvan.Data.Csv;

namespace CrmImport;

/// <summary>Reads the export of the CRM row by row, with only the current row in memory.</summary>
internal static class CustomerFile
{
    /// <summary>Estimates the number of customers, for the progress. A line break in a field counts as a row.</summary>
    public static async Task<long> CountAsync(string path, CancellationToken cancellationToken)
    {
        long lines = 0;
        await foreach (string _ in File.ReadLinesAsync(path, cancellationToken))
        {
            lines++;
        }

        return Math.Max(0, lines - 1);
    }

    public static async IAsyncEnumerable<Customer> ReadAsync(
        string path,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await using CsvDataReader row = await CsvDataReader.CreateAsync(path, cancel: cancellationToken);
        int id = row.GetOrdinal("customer_id");
        int name = row.GetOrdinal("name");
        int segment = row.GetOrdinal("segment");
        int orders = row.GetOrdinal("orders_last_year");
        int value = row.GetOrdinal("lifetime_value");
        int store = row.GetOrdinal("home_store");
        int lastOrder = row.GetOrdinal("last_order");
        int interests = row.GetOrdinal("interests");
        int consent = row.GetOrdinal("consent");
        while (await row.ReadAsync(cancellationToken))
        {
            // An invalid field stops the import and names the line, which is better than a wrong profile.
            yield return Text(row, consent) is not "yes"
                ? new Customer { CustomerId = row.GetString(id), Consent = false }
                : new Customer
                {
                    CustomerId = row.GetString(id),
                    Name = Text(row, name),
                    Segment = Cell<Segment>(row, segment, text => Enum.Parse<Segment>(text, ignoreCase: true)),
                    OrdersLastYear = Cell<int>(row, orders, text => int.Parse(text, CultureInfo.InvariantCulture)),
                    LifetimeValue = Cell<decimal>(
                        row,
                        value,
                        text => decimal.Parse(text, CultureInfo.InvariantCulture)
                    ),
                    HomeStore = Text(row, store),
                    LastOrder = Cell<DateOnly>(
                        row,
                        lastOrder,
                        text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                    ),
                    Interests = Text(row, interests)?.Split(';') ?? [],
                    Consent = true,
                };
        }
    }

    private static string? Text(CsvDataReader row, int column) =>
        row.GetFieldSpan(column).IsEmpty ? null : row.GetString(column);

    private static T? Cell<T>(CsvDataReader row, int column, Func<string, T> parse)
        where T : struct
    {
        if (Text(row, column) is not { } text)
        {
            return null;
        }

        try
        {
            return parse(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
#pragma warning disable MA0054 // The inner exception would contain the text, which is personal data.
            throw new InvalidDataException(
                $"Row {row.RowNumber}, column {row.GetName(column)}: the field isn't a valid {typeof(T).Name}. Fix the export."
            );
#pragma warning restore MA0054
        }
    }
}
