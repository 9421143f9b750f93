using System.Buffers;
using System.Text;
using CsCheck;

namespace ProfileSchema.Tests.Batching;

public sealed class BatchFileWriterTests
{
    private const string Header = "batch=thirdPartyId,v\n";

    private static readonly TestContract<Row?> Contract = new(
        (ref writer, in row) =>
        {
            writer.WriteKey(row!.Key);
            writer.Write("v"u8, row.Value, row.MaxLength);
        },
        ["v"]
    );

    private sealed record Row(string? Key, string? Value, int MaxLength = 256);

    [Fact]
    [Trait("Clause", "BATCH-5")]
    public void A_file_takes_500_000_rows_and_the_next_row_begins_another()
    {
        using var writer = new BatchFileWriter<Row?>(Contract);
        var row = new Row("k", "v");
        for (int i = 0; i < 500_000; i++)
        {
            Assert.Null(writer.Add(row));
        }

        using BatchFile? full = writer.Add(row);
        Assert.NotNull(full);
        Assert.Equal(500_000, full.Rows);
        Assert.Equal(Header.Length + (500_000 * 4), full.Length);
        using BatchFile? last = writer.Complete();
        Assert.Equal(1, last!.Rows);
        Assert.Equal((0, 500_000, 500_001), (full.FirstPosition, full.EndPosition, last.EndPosition));
    }

    [Fact]
    [Trait("Clause", "BATCH-4")]
    public void A_file_stays_smaller_than_50_000_000_bytes()
    {
        using var writer = new BatchFileWriter<Row?>(Contract);
        var row = new Row("k", new string('é', 9_999), 10_000);
        int rowLength = "k,".Length + (9_999 * 6) + 1;
        long rowsThatFit = (49_999_999 - Header.Length) / rowLength;
        var files = new List<BatchFile>();
        for (int i = 0; i < 1_700; i++)
        {
            if (writer.Add(row) is { } full)
            {
                files.Add(full);
            }
        }

        files.Add(writer.Complete()!);
        Assert.Equal(1_700, files.Sum(file => file.Rows));
        Assert.All(files, file => Assert.True(file.Length < 50_000_000));
        Assert.All(files.SkipLast(1), file => Assert.Equal(rowsThatFit, file.Rows));
        files.ForEach(file => file.Dispose());
    }

    [Theory]
    [Trait("Clause", "BATCH-4")]
    [InlineData(0, 1)]
    [InlineData(-1, 2)]
    public void The_limit_in_bytes_holds_to_the_byte(int spare, int expectedFiles)
    {
        // Two rows and the header make exactly one byte less than the limit, or exactly the limit.
        string value = new('x', 40_000);
        int total = Header.Length + (2 * ("k,".Length + value.Length + 1));
        using var writer = new BatchFileWriter<Row?>(Contract, new BatchFileOptions { MaxBytes = total + 1 + spare });
        int files = 0;
        for (int i = 0; i < 2; i++)
        {
            using BatchFile? full = writer.Add(new Row("k", value, 40_000));
            files += full is null ? 0 : 1;
        }

        using BatchFile? last = writer.Complete();
        Assert.Equal(expectedFiles, files + 1);
    }

    [Fact]
    [Trait("Clause", "VALUE-6")]
    public void A_row_has_at_most_64_000_encoded_bytes()
    {
        var rejections = new List<RejectedProfile>();
        using var writer = new BatchFileWriter<Row?>(Contract, onRejected: rejections.Add);
        int room = 64_000 - "k,\n".Length;
        writer.Add(new Row("k", new string('x', room), 64_000));
        writer.Add(new Row("k", new string('x', room + 1), 64_000));
        writer.Add(new Row("k", new string('語', 30_000), 64_000));
        writer.Add(new Row("k", new string('x', 2_000_000), 3_000_000));
        Assert.Equal((1, 3), (writer.Written, writer.Rejected));
        Assert.All(rejections, rejection => Assert.Equal(RejectionReason.ProfileTooLarge, rejection.Reason));
        using BatchFile? file = writer.Complete();
        Assert.Equal(Header.Length + 64_000, file!.Length);
    }

    [Fact]
    [Trait("Clause", "ID-3")]
    [Trait("Clause", "ID-4")]
    [Trait("Clause", "VALUE-2")]
    [Trait("Clause", "URL-3")]
    [Trait("Clause", "BATCH-6")]
    public void Invalid_rows_come_back_with_a_reason_and_the_file_goes_on()
    {
        var rejections = new List<RejectedProfile>();
        using var writer = new BatchFileWriter<Row?>(Contract, onRejected: rejections.Add);
        Row?[] rows =
        [
            new("1", "a"),
            new("2/2", "b"),
            new(null, "c"),
            new("4", null),
            new("5", new string('x', 257)),
            new("6", "\uD83D"),
            null,
            new("8\uDC00", "h"),
            new("9", "i"),
        ];
        foreach (Row? row in rows)
        {
            Assert.Null(writer.Add(row));
        }

        using BatchFile? file = writer.Complete();
        Assert.Equal(Header + "1,a\n9,i\n", Text(file!));
        Assert.Equal((9, 2, 1, 6), (writer.Read, writer.Written, writer.Empty, writer.Rejected));
        Assert.Equal(
            [
                (1L, "2/2", null, RejectionReason.KeyCharacter),
                (2L, null, null, RejectionReason.KeyMissing),
                (4L, "5", "v", RejectionReason.ValueTooLong),
                (5L, "6", "v", RejectionReason.InvalidUnicode),
                (6L, null, null, RejectionReason.NoProfile),
                (7L, "8\uDC00", null, RejectionReason.InvalidUnicode),
            ],
            rejections.Select(r => (r.Position, r.Key, r.Parameter, r.Reason))
        );
        Assert.Equal((0, 9), (file!.FirstPosition, file.EndPosition));
    }

    [Fact]
    [Trait("Clause", "HTTP-2")]
    public void What_is_printed_of_a_rejection_holds_neither_key_nor_value()
    {
        RejectedProfile? rejection = null;
        using var writer = new BatchFileWriter<Row?>(Contract, onRejected: r => rejection = r);
        writer.Add(new Row("id-4711", "secret\uD83D"));
        Assert.StartsWith(
            "Profile 0: 'v': the text contains an unpaired surrogate",
            rejection!.ToString(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("4711", rejection.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", rejection.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_keys_of_guids_and_integers_come_back_too()
    {
        string? key = null;
        var contract = new TestContract<Guid>(
            (ref writer, in id) =>
            {
                writer.WriteKey(id);
                writer.Write("v"u8, double.NaN);
            },
            ["v"]
        );
        using var writer = new BatchFileWriter<Guid>(contract, onRejected: r => key = r.Key);
        var id = Guid.Parse("7d4446b0-b1c9-4f0e-8a3a-2d5a6f1c0b11");
        writer.Add(id);
        Assert.Equal(id.ToString(), key);
    }

    [Fact]
    public void Without_a_row_there_is_no_file()
    {
        using var writer = new BatchFileWriter<Row?>(Contract);
        writer.Add(new Row("1", null));
        Assert.Null(writer.Complete());
        Assert.Throws<InvalidOperationException>(() => writer.Add(new Row("2", "b")));
    }

    [Fact]
    public async Task A_file_outlives_its_writer_until_it_is_disposed()
    {
        var writer = new BatchFileWriter<Row?>(Contract);
        writer.Add(new Row("1", "a"));
        BatchFile file = writer.Complete()!;
        writer.Dispose();
        using var stream = new MemoryStream();
        await file.WriteToAsync(stream, TestContext.Current.CancellationToken);
        Assert.Equal(Header + "1,a\n", Encoding.ASCII.GetString(stream.ToArray()));
        file.Dispose();
        Assert.Throws<ObjectDisposedException>(() => file.Content);
    }

    [Fact]
    public void A_writer_made_with_an_option_outside_its_limits_throws_and_names_the_option()
    {
        (BatchFileOptions Options, string Message)[] invalid =
        [
            (new() { MaxRows = 0 }, "MaxRows must be between 1 and 500,000."),
            (new() { MaxRows = 500_001 }, "MaxRows must be between 1 and 500,000."),
            (new() { MaxBytes = 64_000 }, "MaxBytes must be more than 64,000 and at most 50,000,000."),
            (new() { MaxBytes = 50_000_001 }, "MaxBytes must be more than 64,000 and at most 50,000,000."),
            (new() { MaxBytes = 64_000 + Header.Length }, "Raise MaxBytes."),
            (new() { MergeWindow = -1 }, "MergeWindow must not be negative."),
        ];

        Assert.All(
            invalid,
            expected =>
            {
                var exception = Assert.Throws<ArgumentException>(() =>
                    new BatchFileWriter<Row?>(Contract, expected.Options)
                );
                Assert.Equal("options", exception.ParamName);
                Assert.Contains(expected.Message, exception.Message, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void Options_changed_after_the_writer_was_made_have_no_effect()
    {
        var options = new BatchFileOptions { MaxRows = 2 };
        using var writer = new BatchFileWriter<Row?>(Contract, options);

        options.MaxRows = 1;
        options.MergeWindow = 10;

        Assert.Null(writer.Add(new Row("1", "a")));
        Assert.Null(writer.Add(new Row("2", "a")));
        using BatchFile? full = writer.Add(new Row("3", "a"));
        Assert.Equal(2, full!.Rows);
    }

    [Fact]
    [Trait("Clause", "BATCH-2")]
    public void Arbitrary_rows_over_many_files_are_the_rows_of_one_batch()
    {
        Gen<Row> row = Gen.Select(Gen.Int[1, 999], Arbitrary.Utf16, (id, value) => new Row($"k{id}", value));
        Gen.Select(row.Array[0, 300], Gen.Int[1, 40])
            .Sample(
                (rows, maxRows) =>
                {
                    using var writer = new BatchFileWriter<Row?>(Contract, new BatchFileOptions { MaxRows = maxRows });
                    var content = new StringBuilder();
                    long end = 0;
                    void Take(BatchFile? file)
                    {
                        if (file is null)
                        {
                            return;
                        }

                        string text = Text(file);
                        Assert.StartsWith(Header, text, StringComparison.Ordinal);
                        Assert.Equal(file.Rows, text.Count(c => c == '\n') - 1);
                        Assert.Equal(end, file.FirstPosition);
                        end = file.EndPosition;
                        content.Append(text, Header.Length, text.Length - Header.Length);
                        file.Dispose();
                    }

                    foreach (Row r in rows)
                    {
                        Take(writer.Add(r));
                    }

                    Take(writer.Complete());
                    Row[] valid =
                    [
                        .. rows.Where(r => r.Value!.Length is > 0 and <= 256 && Arbitrary.IsWellFormed(r.Value)),
                    ];
                    Assert.Equal(
                        string.Concat(valid.Select(r => $"{r.Key},{Uri.EscapeDataString(r.Value!)}\n")),
                        content.ToString()
                    );
                    Assert.Equal(rows.Length, writer.Read);
                    Assert.Equal(valid.Length, writer.Written);
                },
                iter: 300
            );
    }

    private static string Text(BatchFile file) => Encoding.ASCII.GetString(file.Content.ToArray());
}
