using System.Text;
using CsCheck;

namespace ProfileSchema.Tests.Writing;

/// <summary>Values are stored in blocks; none of them reaches beyond the memory that the output gave.</summary>
public sealed class CapacityTests
{
    private static readonly TestContract<Row> Contract = new(
        (ref writer, in row) =>
        {
            writer.WriteKey(row.Key);
            writer.Write("text"u8, row.Text);
            writer.Write("number"u8, row.Number);
            writer.Write("amount"u8, row.Amount);
            writer.Write("texts"u8, [row.Text, "tail", row.Text], "%01"u8, 1000);
            writer.Write("date"u8, row.Date);
            writer.Write("flag"u8, row.Number > 0);
            writer.Write("span"u8, row.Date.Offset);
        },
        ["text", "number", "amount", "texts", "date", "flag", "span"]
    );

    private static readonly Gen<Row> Rows = Gen.Select(
        Gen.String[Gen.Char['a', 'z'], 1, 40],
        Arbitrary.Text,
        Gen.Long,
        Gen.Decimal,
        Gen.DateTimeOffset,
        (key, text, number, amount, date) =>
            new Row(key, text.Replace("\u0001", "", StringComparison.Ordinal), number, amount, date)
    );

    private sealed record Row(string Key, string Text, long Number, decimal Amount, DateTimeOffset Date);

    [Fact]
    public void Arbitrary_rows_are_the_same_in_memory_without_room_to_spare()
    {
        Rows.Array[1, 30]
            .Sample(rows =>
            {
                var exact = new ExactBuffer();
                ProfileSerializer.WriteBatch(exact, rows, Contract);
                Assert.Equal(ProfileSerializer.ToBatchString(rows, Contract), Encoding.ASCII.GetString(exact.Written));
                var form = new ExactBuffer();
                ProfileSerializer.WriteParameters(form, rows[0], Contract);
                Assert.Equal(
                    ProfileSerializer.ToParameterString(rows[0], Contract),
                    Encoding.ASCII.GetString(form.Written)
                );
            });
    }

    [Fact]
    public void A_row_of_any_length_ends_where_the_memory_does()
    {
        for (int length = 900; length < 1100; length++)
        {
            var row = new Row("k", new string('x', length - 800), 1, 1.50m, DateTimeOffset.UnixEpoch);
            var exact = new ExactBuffer();
            ProfileSerializer.WriteBatch(exact, [row, row], LongContract);
            Assert.Equal(
                ProfileSerializer.ToBatchString([row, row], LongContract),
                Encoding.ASCII.GetString(exact.Written)
            );
        }
    }

    private static readonly TestContract<Row> LongContract = new(
        (ref writer, in row) =>
        {
            writer.WriteKey(row.Key);
            writer.Write("a"u8, row.Text, 1000);
            writer.Write("b"u8, new string('y', 700), 1000);
            writer.Write("c"u8, row.Amount);
            writer.Write("d"u8, row.Date);
        },
        ["a", "b", "c", "d"]
    );
}
