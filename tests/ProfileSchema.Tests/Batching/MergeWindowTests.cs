using System.Buffers;
using System.Text;
using CsCheck;

namespace ProfileSchema.Tests.Batching;

public sealed class MergeWindowTests
{
    private const string Header = "batch=thirdPartyId,a,b,c\n";

    private static readonly TestContract<Row> Contract = new(
        (ref writer, in row) =>
        {
            writer.WriteKey(row.Key);
            writer.Write("a"u8, row.A, maxLength: 70_000);
            writer.Write("b"u8, row.B, maxLength: 70_000);
            writer.Write("c"u8, row.C, maxLength: 70_000);
        },
        ["a", "b", "c"]
    );

    private sealed record Row(string Key, string? A = null, string? B = null, string? C = null);

    [Fact]
    [Trait("Clause", "BATCH-7")]
    [Trait("Clause", "VALUE-4")]
    public void Parameter_by_parameter_the_later_value_wins_and_an_empty_one_changes_nothing()
    {
        using var writer = new BatchFileWriter<Row>(Contract, new BatchFileOptions { MergeWindow = 10 });
        Assert.Null(writer.Add(new Row("k", "1", "2")));
        Assert.Null(writer.Add(new Row("other", "x")));
        Assert.Null(writer.Add(new Row("k", null, "20", "30")));
        Assert.Null(writer.Add(new Row("k", "100")));
        Assert.Equal((4, 0, 2, 2), (writer.Read, writer.Written, writer.Pending, writer.Merged));
        Assert.Equal(Header + "k,100,20,30\nother,x\n", Rest(writer));
        Assert.Equal((4, 2, 0, 2), (writer.Read, writer.Written, writer.Pending, writer.Merged));
    }

    [Fact]
    [Trait("Clause", "BATCH-7")]
    public void A_key_that_comes_again_beyond_the_window_is_a_row_of_its_own()
    {
        using var writer = new BatchFileWriter<Row>(Contract, new BatchFileOptions { MergeWindow = 2 });
        foreach (string key in (string[])["k", "l", "m", "k", "m"])
        {
            Assert.Null(writer.Add(new Row(key, key + "1")));
        }

        Assert.Equal((5, 2, 2, 1), (writer.Read, writer.Written, writer.Pending, writer.Merged));
        Assert.Equal(Header + "k,k1\nl,l1\nm,m1\nk,k1\n", Rest(writer));
    }

    [Fact]
    public void Values_are_joined_as_they_are_encoded()
    {
        using var writer = new BatchFileWriter<Row>(Contract, new BatchFileOptions { MergeWindow = 1 });
        writer.Add(new Row("k,1", "a,b", "\n"));
        writer.Add(new Row("k,1", null, null, "語"));
        Assert.Equal(Header + "k%2C1,a%2Cb,%0A,%E8%AA%9E\n", Rest(writer));
    }

    [Fact]
    [Trait("Clause", "VALUE-6")]
    public void What_would_make_a_row_too_large_is_rejected_and_the_row_goes_as_it_was()
    {
        var rejections = new List<RejectedProfile>();
        using var writer = new BatchFileWriter<Row>(Contract, new BatchFileOptions { MergeWindow = 5 }, rejections.Add);
        string half = new('x', 32_000 - "k,\n".Length);
        writer.Add(new Row("k", half));
        writer.Add(new Row("k", null, half + "yyy"));
        writer.Add(new Row("k", null, half + "yy"));
        RejectedProfile rejected = Assert.Single(rejections);
        Assert.Equal((1L, "k", RejectionReason.ProfileTooLarge), (rejected.Position, rejected.Key, rejected.Reason));
        Assert.Equal((3, 1, 1, 1), (writer.Read, writer.Pending, writer.Merged, writer.Rejected));
        using BatchFile? file = writer.Complete();
        Assert.Equal(Header.Length + 64_000, file!.Length);
    }

    [Fact]
    public void A_file_accounts_for_no_row_that_still_waits()
    {
        using var writer = new BatchFileWriter<Row>(Contract, new BatchFileOptions { MergeWindow = 2, MaxRows = 1 });
        Assert.Null(writer.Add(new Row("k0", "x")));
        Assert.Null(writer.Add(new Row("k1", "x")));
        Assert.Null(writer.Add(new Row("k1")));
        Assert.Null(writer.Add(new Row("k1", "y")));
        Assert.Null(writer.Add(new Row("k4", "x")));
        using BatchFile first = writer.Add(new Row("k5", "x"))!;
        Assert.Equal((0L, 1L), (first.FirstPosition, first.EndPosition));
        using BatchFile second = writer.Complete()!;
        Assert.Equal((1L, 4L), (second.FirstPosition, second.EndPosition));
        Assert.Equal(Header + "k1,y\n", Text(second));
        using BatchFile third = writer.Complete()!;
        using BatchFile fourth = writer.Complete()!;
        Assert.Equal((5L, 6L), (fourth.FirstPosition, fourth.EndPosition));
        Assert.Null(writer.Complete());
        Assert.Equal((6, 4, 1, 1), (writer.Read, writer.Written, writer.Merged, writer.Empty));
    }

    [Fact]
    [Trait("Clause", "BATCH-7")]
    public void Arbitrary_rows_give_what_a_dictionary_would()
    {
        Gen<string?> value = Gen.OneOfConst<string?>(null, "", "1", "22", "a,b");
        Gen<Row> row = Gen.Select(Gen.Int[1, 12], value, value, value, (id, a, b, c) => new Row($"k{id}", a, b, c));
        Gen.Select(row.Array[0, 120], Gen.Int[1, 15], Gen.Int[1, 30])
            .Sample(
                (rows, window, maxRows) =>
                {
                    var options = new BatchFileOptions { MergeWindow = window, MaxRows = maxRows };
                    using var writer = new BatchFileWriter<Row>(Contract, options);
                    var content = new StringBuilder();
                    long end = 0;
                    void Take(BatchFile file)
                    {
                        using (file)
                        {
                            Assert.Equal(end, file.FirstPosition);
                            end = file.EndPosition;
                            Assert.InRange(file.Rows, 1, maxRows);
                            content.Append(Text(file), Header.Length, (int)file.Length - Header.Length);
                        }
                    }

                    foreach (Row r in rows)
                    {
                        if (writer.Add(r) is { } full)
                        {
                            Take(full);
                        }

                        Assert.InRange(writer.Pending, 0, window);
                    }

                    while (writer.Complete() is { } last)
                    {
                        Take(last);
                    }

                    (string expected, int merged, int empty) = Model(rows, window);
                    Assert.Equal(expected, content.ToString());
                    Assert.Equal((rows.Length, merged, empty), (writer.Read, writer.Merged, writer.Empty));
                    Assert.Equal(rows.Length - merged - empty, writer.Written);
                },
                iter: 2_000
            );
    }

    private static (string Content, int Merged, int Empty) Model(Row[] rows, int window)
    {
        var content = new StringBuilder();
        var held = new List<string?[]>();
        int merged = 0;
        int empty = 0;
        foreach (Row row in rows)
        {
            string?[] cells = [row.Key, row.A, row.B, row.C];
            if (cells[1..].All(string.IsNullOrEmpty))
            {
                empty++;
            }
            else if (held.Find(other => other[0] == row.Key) is { } same)
            {
                merged++;
                for (int i = 1; i < cells.Length; i++)
                {
                    same[i] = string.IsNullOrEmpty(cells[i]) ? same[i] : cells[i];
                }
            }
            else
            {
                held.Add(cells);
                if (held.Count > window)
                {
                    Release();
                }
            }
        }

        while (held.Count > 0)
        {
            Release();
        }

        return (content.ToString(), merged, empty);

        void Release()
        {
            content.Append(string.Join(',', held[0].Select(cell => Uri.EscapeDataString(cell ?? ""))).TrimEnd(','));
            content.Append('\n');
            held.RemoveAt(0);
        }
    }

    private static string Rest(BatchFileWriter<Row> writer)
    {
        using BatchFile file = writer.Complete()!;
        Assert.Null(writer.Complete());
        return Text(file);
    }

    private static string Text(BatchFile file) => Encoding.ASCII.GetString(file.Content.ToArray());
}
