using System.Buffers;
using System.Text;

namespace ProfileSchema.Tests.Batching;

// Alone: writers share what memory is free, so that one allocates what another has taken.
[CollectionDefinition(nameof(BatchMemoryTests), DisableParallelization = true)]
[Collection(nameof(BatchMemoryTests))]
public sealed class BatchMemoryTests
{
    private const string Header = "batch=thirdPartyId,v\n";

    private static readonly TestContract<Row> Contract = new(
        (ref writer, in row) =>
        {
            writer.WriteKey(row.Key);
            writer.Write("v"u8, row.Value);
        },
        ["v"]
    );

    private sealed record Row(string Key, string? Value);

    [Fact]
    public void A_file_more_makes_no_garbage_a_row()
    {
        const int count = 100_000;
        Row[] rows = [.. Enumerable.Repeat(new Row("key", "value"), count)];
        using var writer = new BatchFileWriter<Row>(Contract, new BatchFileOptions { MaxRows = 1_000 });
        Write();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Write();

        // An object or two a file and a segment, and none a row.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, count);

        void Write()
        {
            IEnumerator<Row> source = rows.AsEnumerable().GetEnumerator();
            while (writer.AddUntilFull(source, TestContext.Current.CancellationToken) is { } full)
            {
                full.Dispose();
            }
        }
    }

    [Fact]
    public void A_full_window_makes_no_garbage()
    {
        var options = new BatchFileOptions { MergeWindow = 50, MaxRows = 1_000 };
        using var writer = new BatchFileWriter<Row>(Contract, options);
        Row[] rows = [.. Enumerable.Range(0, 10_000).Select(i => new Row($"key-{i % 70}-{i / 300}", "value"))];
        foreach (Row row in rows)
        {
            writer.Add(row)?.Dispose();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (Row row in rows)
        {
            writer.Add(row)?.Dispose();
        }

        // A few bytes a row: at any time a collection may empty the pool that the rows' memory comes from.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 * rows.Length);
    }

    [Fact]
    public void What_one_writer_gave_back_another_uses()
    {
        // As long as one of them lives; afterwards it lasts until a collection.
        using var alive = new BatchFileWriter<Row>(Contract);
        WriteOne("first").Dispose();
        long before = GC.GetAllocatedBytesForCurrentThread();
        WriteOne("second").Dispose();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000);
    }

    [Fact]
    public void Memory_that_was_given_back_twice_is_part_of_one_file_only()
    {
        for (int round = 0; round < 20; round++)
        {
            BatchFile first = WriteOne("first");
            Parallel.Invoke(first.Dispose, first.Dispose, first.Dispose);
            using BatchFile second = WriteOne("second");
            using BatchFile third = WriteOne("third");
            Assert.Equal(Header + "second,second\n", Text(second));
            Assert.Equal(Header + "third,third\n", Text(third));
        }
    }

    [Fact]
    public void Writers_at_the_same_time_share_no_memory()
    {
        Parallel.For(
            0,
            8,
            number =>
            {
                using var writer = new BatchFileWriter<Row>(Contract, new BatchFileOptions { MaxRows = 50 });
                for (int i = 0; i < 5_000; i++)
                {
                    using BatchFile? full = writer.Add(new Row($"{number}", $"{i}"));
                    if (full is not null)
                    {
                        IEnumerable<string> rows = Enumerable.Range(i - 50, 50).Select(row => $"{number},{row}\n");
                        Assert.Equal(Header + string.Concat(rows), Text(full));
                    }
                }
            }
        );
    }

    private static BatchFile WriteOne(string value)
    {
        using var writer = new BatchFileWriter<Row>(Contract);
        writer.Add(new Row(value, value));
        return writer.Complete()!;
    }

    private static string Text(BatchFile file) => Encoding.ASCII.GetString(file.Content.ToArray());
}
