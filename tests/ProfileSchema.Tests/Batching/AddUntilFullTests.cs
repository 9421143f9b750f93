using System.Buffers;
using System.Text;
using CsCheck;

namespace ProfileSchema.Tests.Batching;

public sealed class AddUntilFullTests
{
    private static readonly TestContract<Row?> Contract = new(
        (ref writer, in row) =>
        {
            writer.WriteKey(row!.Key);
            writer.Write("v"u8, row.Value);
        },
        ["v"]
    );

    private sealed record Row(string? Key, string? Value);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private sealed record Made(string Content, int Rows, long First, long End);

    [Fact]
    [Trait("Clause", "BATCH-2")]
    [Trait("Clause", "BATCH-7")]
    public void Many_at_once_become_the_files_of_one_by_one()
    {
        Gen<Row?> row = Gen.Select(
            Gen.Int[1, 30],
            Arbitrary.Utf16,
            (id, value) => id == 30 ? null : new Row($"k{id}", value)
        );
        Gen.Select(row.Array[0, 300], Gen.Int[1, 40], Gen.OneOfConst(0, 0, 3, 50), Gen.Bool)
            .Sample(
                (rows, maxRows, window, isFiltered) =>
                {
                    var options = new BatchFileOptions { MaxRows = maxRows, MergeWindow = window };
                    (string counts, List<Made> files, List<string> rejected) one = Run(
                        options,
                        isFiltered,
                        (writer, take) => Array.ForEach(rows, r => take(writer.Add(r)))
                    );
                    (string counts, List<Made> files, List<string> rejected) many = Run(
                        options,
                        isFiltered,
                        (writer, take) =>
                        {
                            IEnumerator<Row?> source = rows.AsEnumerable().GetEnumerator();
                            while (writer.AddUntilFull(source, Cancellation) is { } full)
                            {
                                take(full);
                            }
                        }
                    );
                    Assert.Equal(one.files, many.files);
                    Assert.Equal(one.rejected, many.rejected);
                    Assert.Equal(one.counts, many.counts);
                },
                iter: 500
            );
    }

    [Fact]
    public void A_source_that_fails_leaves_what_came_before()
    {
        using var writer = new BatchFileWriter<Row?>(Contract);
        Assert.Throws<InvalidDataException>(() => writer.AddUntilFull(Failing().GetEnumerator(), Cancellation));
        Assert.Equal((2, 2), (writer.Read, writer.Written));
        Assert.Equal("batch=thirdPartyId,v\na,1\nb,2\n", Complete(writer));

        static IEnumerable<Row?> Failing()
        {
            yield return new Row("a", "1");
            yield return new Row("b", "2");
            throw new InvalidDataException();
        }
    }

    [Fact]
    public void A_contract_that_fails_leaves_what_came_before()
    {
        var contract = new TestContract<Row?>(
            (ref writer, in row) =>
            {
                writer.WriteKey(row!.Key);
                writer.Write("v"u8, row.Value ?? throw new InvalidDataException());
            },
            ["v"]
        );
        using var writer = new BatchFileWriter<Row?>(contract);
        Row?[] rows = [new("a", "1"), new("b", null)];
        Assert.Throws<InvalidDataException>(() =>
            writer.AddUntilFull(rows.AsEnumerable().GetEnumerator(), Cancellation)
        );
        Assert.Equal("batch=thirdPartyId,v\na,1\n", Complete(writer));
    }

    [Fact]
    public void Cancellation_leaves_what_was_taken()
    {
        using var writer = new BatchFileWriter<Row?>(Contract);
        using var cancellation = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() =>
            writer.AddUntilFull(Cancelling().GetEnumerator(), cancellation.Token)
        );
        Assert.Equal("batch=thirdPartyId,v\na,1\nb,2\n", Complete(writer));

        IEnumerable<Row?> Cancelling()
        {
            yield return new Row("a", "1");
            cancellation.Cancel();
            yield return new Row("b", "2");
            yield return new Row("c", "3");
        }
    }

    [Fact]
    public void A_writer_that_was_disposed_takes_nothing()
    {
        var writer = new BatchFileWriter<Row?>(Contract);
        writer.Add(new Row("a", "1"));
        writer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => writer.Add(new Row("b", "2")));
        Assert.Throws<ObjectDisposedException>(() =>
            writer.AddUntilFull(Enumerable.Empty<Row?>().GetEnumerator(), Cancellation)
        );
        Assert.Throws<ObjectDisposedException>(writer.Complete);
    }

    private static (string Counts, List<Made> Files, List<string> Rejected) Run(
        BatchFileOptions options,
        bool isFiltered,
        Action<BatchFileWriter<Row?>, Action<BatchFile?>> add
    )
    {
        var rejected = new List<string>();
        var files = new List<Made>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        BatchRowFilter? filter = isFiltered
            ? row => keys.Add(Encoding.ASCII.GetString(row[..row.IndexOf((byte)',')]))
            : null;
        using var writer = new BatchFileWriter<Row?>(
            Contract,
            options,
            r => rejected.Add($"{r.Position} {r.Key} {r.Parameter} {r.Reason}"),
            filter
        );
        add(writer, Take);
        while (writer.Complete() is { } last)
        {
            Take(last);
        }

        return ($"{writer.Read} {writer.Written} {writer.Merged} {writer.Empty} {writer.Rejected}", files, rejected);

        void Take(BatchFile? file)
        {
            using (file)
            {
                if (file is not null)
                {
                    files.Add(new Made(Text(file), file.Rows, file.FirstPosition, file.EndPosition));
                }
            }
        }
    }

    private static string Complete(BatchFileWriter<Row?> writer)
    {
        using BatchFile file = writer.Complete()!;
        return Text(file);
    }

    private static string Text(BatchFile file) => Encoding.ASCII.GetString(file.Content.ToArray());
}
