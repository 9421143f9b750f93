using System.Globalization;
using System.Runtime.CompilerServices;
using Sylvan.Data.Csv;

namespace CrmImport;

/// <summary>Reads the CRM's export, row by row: no more of it is in memory than the row that is at hand.</summary>
internal static class CustomerFile
{
    /// <summary>About how many customers there are, for the progress: a cell with a line end in it counts as two.</summary>
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
            // A cell that is not what its column says ends the import and names the line: better than a wrong profile.
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
#pragma warning disable MA0054 // Neither the text nor the parser's exception, which holds it: it is a customer's.
            throw new InvalidDataException(
                $"Row {row.RowNumber}, column {row.GetName(column)}: the cell is no {typeof(T).Name}. Mend the export."
            );
#pragma warning restore MA0054
        }
    }
}
