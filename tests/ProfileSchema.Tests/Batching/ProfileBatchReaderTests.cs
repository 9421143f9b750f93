using System.Globalization;
using System.Text;
using CsCheck;

namespace ProfileSchema.Tests.Batching;

// Alone: one of its tests counts what the whole process allocates.
[CollectionDefinition(nameof(ProfileBatchReaderTests), DisableParallelization = true)]
[Collection(nameof(ProfileBatchReaderTests))]
public sealed class ProfileBatchReaderTests
{
    private const string Header = "batch=thirdPartyId,a,b\n";

    /// <summary>Content as Latin-1, so that a test can say any byte; what is found as <c>line:column clause severity</c>.</summary>
    public static TheoryData<string, string> Faults =>
        new()
        {
            // The beginning and the header.
            { "", "1:1 BATCH-1 Error" },
            { "\u00EF\u00BB\u00BF" + Header + "k,1\n", "1:1 BATCH-1 Error" },
            { "\u00FF\u00FEb\0a\0t\0c\0h\0=\0", "1:1 BATCH-1 Error" },
            { "\u00FE\u00FF\0b\0a", "1:1 BATCH-1 Error" },
            { "b\0a\0t\0c\0h\0", "1:1 BATCH-1 Error" },
            { "\0b\0a\0t\0c\0h", "1:1 BATCH-1 Error" },
            { "thirdPartyId,a\nk,1\n", "1:1 BATCH-1 Error" },
            { " batch=thirdPartyId,a\nk,1\n", "1:1 BATCH-1 Error|1:1 BATCH-1 Error" },
            { "batch=thirdpartyid,a\nk,1\n", "1:7 BATCH-1 Error" },
            { "batch=,a\nk,1\n", "1:7 BATCH-1 Error" },
            { "batch=thirdPartyId\nk\n", "1:19 BATCH-1 Error|2:1 BATCH-6 Warning" },
            { "batch=thirdPartyId,a,a\nk,1\n", "1:22 BATCH-1 Error" },
            { "batch=thirdPartyId,profile.a\nk,1\n", "1:20 NAME-1 Error" },
            { "batch=thirdPartyId,%70rofile.a\nk,1\n", "1:20 URL-2 Warning|1:20 NAME-1 Error" },
            { "batch=thirdPartyId,,b\nk,1\n", "1:20 NAME-2 Error" },
            { "batch=thirdPartyId,a,\nk,1\n", "1:22 NAME-2 Error" },
            { $"batch=thirdPartyId,{new string('n', 129)}\nk,1\n", "1:20 NAME-2 Error" },
            { $"batch=thirdPartyId,{new string('n', 128)}\nk,1\n", "" },
            { "batch=thirdPartyId,a%20b\nk,1\n", "1:20 NAME-2 Warning" },
            { "batch=thirdPartyId, a\nk,1\n", "1:20 URL-2 Error|1:20 NAME-2 Warning" },
            { "batch=thirdPartyId,a%2\nk,1\n", "1:21 URL-1 Error" },
            { "batch=thirdPartyId,user.x\nk,1\n", "1:20 NAME-3 Warning" },
            { "batch=thirdPartyId,mobile.x\nk,1\n", "1:20 NAME-3 Warning" },
            { "batch=thirdPartyId,mboxPC\nk,1\n", "1:20 NAME-3 Warning" },
            // Lines and cells.
            { "batch=thirdPartyId,a\r\nk,1\r\nl,2\r\n", "1:21 BATCH-3 Error" },
            { "batch=thirdPartyId,a\nk,1\r", "2:4 BATCH-3 Error|2:5 BATCH-3 Warning" },
            { Header + "k,1", "2:4 BATCH-3 Warning" },
            { Header, "1:1 BATCH-6 Warning" },
            { Header + "k,,\n", "2:1 BATCH-6 Warning" },
            { Header + "k,1,2,3\n", "2:7 BATCH-2 Error" },
            { Header + "k,1,2,\n", "2:7 BATCH-2 Error" },
            { Header + $"k,{new string('v', 64_000)}\n", "2:1 VALUE-6 Error|2:3 VALUE-2 Warning" },
            // Keys.
            { Header + "\n", "2:1 ID-4 Error|2:1 BATCH-6 Warning" },
            { Header + ",1\n", "2:1 ID-4 Error" },
            { Header + "%20,1\n", "2:1 ID-4 Error" },
            { Header + ".,1\n", "2:1 ID-4 Error" },
            { Header + "..,1\n", "2:1 ID-4 Error" },
            { Header + "a%00b,1\n", "2:1 ID-4 Error" },
            { Header + "a%C2%85b,1\n", "2:1 ID-4 Error" },
            { Header + "a%2Bb,1\n", "2:1 ID-3 Error" },
            { Header + "a%2Fb,1\n", "2:1 ID-3 Error" },
            { Header + "a+b,1\n", "2:2 URL-2 Error|2:1 ID-3 Error" },
            { Header + $"{new string('k', 257)},1\n", "2:1 ID-3 Error" },
            { Header + $"{new string('k', 256)},1\n", "" },
            { "batch=pcId,a\n" + "a%2Bb,1\n" + new string('k', 257) + ",1\n", "" },
            { Header + "k%,1\n", "2:2 URL-1 Error" },
            { Header + "k,1\nl,1\nk,2\n%6B,3\n", "4:1 BATCH-7 Warning|5:1 URL-2 Warning|5:1 BATCH-7 Warning" },
            // Values.
            { Header + "k,a b\n", "2:4 URL-2 Error" },
            { Header + "k,a+b\n", "2:4 URL-2 Error" },
            { Header + "k,\"ab\"\n", "2:3 URL-2 Error" },
            { Header + "k,a\0\n", "2:4 URL-2 Error" },
            { Header + "k,\u00C3\u00A9\n", "2:3 URL-2 Error" },
            { Header + "k,a\rb\n", "2:4 URL-2 Error" },
            { Header + "k,1,%\n", "2:5 URL-1 Error" },
            { Header + "k,%4\n", "2:3 URL-1 Error" },
            { Header + "k,%G0\n", "2:3 URL-1 Error" },
            { Header + "k,x%C3\n", "2:4 URL-1 Error" },
            { Header + "k,x%C3%28\n", "2:4 URL-1 Error" },
            { Header + "k,%ED%A0%80\n", "2:3 URL-1 Error" },
            { Header + "k,\u00C3\n", "2:3 URL-1 Error" },
            { Header + "k,a%2c\n", "2:4 URL-2 Warning" },
            { Header + "k,%41\n", "2:3 URL-2 Warning" },
            { Header + $"k,{new string('v', 256)}\n", "" },
            { Header + $"k,{new string('v', 257)}\n", "2:3 VALUE-2 Warning" },
            { Header + $"k,{string.Concat(Enumerable.Repeat("%C3%A9", 257))}\n", "2:3 VALUE-2 Warning" },
            { Header + $"k,{string.Concat(Enumerable.Repeat("%F0%9F%98%80", 128))}\n", "" },
            { Header + $"k,{string.Concat(Enumerable.Repeat("%F0%9F%98%80", 129))}\n", "2:3 VALUE-2 Warning" },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    [Trait("Clause", "URL-1")]
    [Trait("Clause", "URL-2")]
    [Trait("Clause", "ID-3")]
    [Trait("Clause", "ID-4")]
    [Trait("Clause", "NAME-1")]
    [Trait("Clause", "NAME-2")]
    [Trait("Clause", "NAME-3")]
    [Trait("Clause", "VALUE-2")]
    [Trait("Clause", "VALUE-6")]
    [Trait("Clause", "BATCH-1")]
    [Trait("Clause", "BATCH-2")]
    [Trait("Clause", "BATCH-3")]
    [Trait("Clause", "BATCH-6")]
    [Trait("Clause", "BATCH-7")]
    public async Task Each_departure_is_found_where_it_stands(string content, string expected)
    {
        (List<BatchFinding> findings, BatchSummary summary) = await JudgeAsync(Encoding.Latin1.GetBytes(content));
        Assert.Equal(
            expected,
            string.Join(
                '|',
                findings.Select(f =>
                    string.Create(CultureInfo.InvariantCulture, $"{f.Line}:{f.Column} {f.Rule} {f.Severity}")
                )
            )
        );
        Assert.Equal(findings.Count(f => f.Severity is BatchFindingSeverity.Error), summary.Errors);
        Assert.Equal(findings.Count(f => f.Severity is BatchFindingSeverity.Warning), summary.Warnings);
        Assert.Equal(content.Length, summary.Bytes);
    }

    [Fact]
    public async Task The_summary_counts_what_the_file_holds()
    {
        string content =
            "batch=pcId,tier,user.x,browserTime\n"
            + "k1,gold\n"
            + "k2\n"
            + "k1,,%F0%9F%98%80%C3%A9\n"
            + "k3,,,\n"
            + ",silver\n";
        BatchSummary summary = (await JudgeAsync(Encoding.ASCII.GetBytes(content))).Summary;
        Assert.Equal(ProfileKeyKind.PcId, summary.KeyKind);
        Assert.Equal(3, summary.Parameters);
        Assert.Equal(5, summary.Rows);
        Assert.Equal(2, summary.EmptyRows);
        Assert.Equal(3, summary.DistinctKeys);
        Assert.Equal(1, summary.DuplicateKeys);
        Assert.Equal(6, summary.LongestValue);
        Assert.Equal(["user.x", "browserTime"], summary.SystemNames);
        Assert.Equal((1, 3), (summary.Errors, summary.Warnings));
    }

    [Fact]
    public async Task Rows_can_be_read_as_they_were_meant()
    {
        var reader = new ProfileBatchReader(Stream("batch=thirdPartyId,a%20b,c\nk1,x+y%2C,%\nk2\n"));
        BatchHeader? header = await reader.ReadHeaderAsync(Cancellation);
        Assert.Equal(ProfileKeyKind.ThirdPartyId, header!.KeyKind);
        Assert.Equal(["a b", "c"], header.Names);
        Assert.Throws<InvalidOperationException>(() => reader.Row.Line);
        Assert.True(await reader.ReadAsync(Cancellation));
        AssertRow(reader.Row, 2, "k1", "x+y,", null);
        Assert.True(await reader.ReadAsync(Cancellation));
        AssertRow(reader.Row, 3, "k2");
        Assert.False(await reader.ReadAsync(Cancellation));
        Assert.False(await reader.ReadAsync(Cancellation));
        Assert.Throws<InvalidOperationException>(() => reader.Row.Line);
    }

    [Fact]
    [Trait("Clause", "BATCH-7")]
    public async Task Keys_of_files_that_are_sent_together_are_compared()
    {
        var keys = new BatchKeys();
        var findings = new List<BatchFinding>();
        foreach (string file in new[] { "k1,1\nk2,1\n", "k3,1\nk2,2\n" })
        {
            var reader = new ProfileBatchReader(Stream(Header + file), findings.Add, keys);
            while (await reader.ReadAsync(Cancellation)) { }
        }

        Assert.Equal((3, "BATCH-7"), (Assert.Single(findings).Line, findings[0].Rule));
        Assert.Equal(3, keys.Count);
    }

    [Fact]
    [Trait("Clause", "BATCH-4")]
    [Trait("Clause", "BATCH-5")]
    public async Task Files_beyond_the_limits_are_found_at_the_line_that_breaks_them()
    {
        byte[] row = Encoding.ASCII.GetBytes($"k,{new string('v', 97)}\n");
        var (findings, summary) = await JudgeAsync(new Repeated(Encoding.ASCII.GetBytes(Header), row, 500_001));
        Assert.Equal(500_001, summary.Rows);
        Assert.Equal(Header.Length + 50_000_100, summary.Bytes);
        BatchFinding[] errors = [.. findings.Where(f => f.Severity is BatchFindingSeverity.Error)];
        Assert.Equal([(500_001, "BATCH-4"), (500_002, "BATCH-5")], errors.Select(f => ((int)f.Line, f.Rule)).Order());
    }

    [Fact]
    [Trait("Clause", "VALUE-6")]
    [Trait("Clause", "BATCH-4")]
    public async Task A_line_without_end_takes_no_memory()
    {
        byte[] part = new byte[1_000_000];
        part.AsSpan().Fill((byte)'v');
        long before = GC.GetAllocatedBytesForCurrentThread();
        var judging = JudgeAsync(new Repeated("batch=thirdPartyId,a\nk,"u8.ToArray(), part, 200));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(judging.IsCompleted, "It went on in another thread, whose memory was not counted.");
        var (findings, summary) = await judging;
        Assert.Equal(["VALUE-6", "BATCH-4", "BATCH-3"], findings.Select(f => f.Rule).Where(c => c != "BATCH-6"));
        Assert.Equal(200_000_023, summary.Bytes);
        Assert.True(allocated < 30_000_000, $"{allocated} bytes");
    }

    [Fact]
    public async Task What_the_library_writes_is_judged_clean()
    {
        Gen<(string Key, string?[] Values)> row = Gen.Select(
            Arbitrary.Text,
            Gen.Select(Arbitrary.Text, Gen.Bool, (text, isNull) => isNull ? null : text).Array[3]
        );
        await row.Array[1, 20]
            .SampleAsync(async rows =>
            {
                var contract = new TestContract<(string Key, string?[] Values)>(
                    static (ref writer, in row) =>
                    {
                        writer.WriteKey(row.Key);
                        writer.Write("a"u8, row.Values[0]);
                        writer.Write("b"u8, row.Values[1]);
                        writer.Write("c"u8, row.Values[2]);
                    },
                    ["a", "b", "c"]
                );
                using var writer = new BatchFileWriter<(string, string?[])>(contract);
                foreach (var one in rows)
                {
                    Assert.Null(writer.Add(one));
                }

                using BatchFile? file = writer.Complete();
                if (file is null)
                {
                    return;
                }

                using var content = new MemoryStream();
                await file.WriteToAsync(content, CancellationToken.None);
                var (findings, summary) = await JudgeAsync(content.ToArray());
                Assert.All(findings, finding => Assert.Equal("BATCH-7", finding.Rule));
                Assert.Equal((file.Rows, 0), (summary.Rows, summary.EmptyRows));
            });
    }

    [Fact]
    public async Task No_bytes_whatever_end_in_an_exception()
    {
        Gen<byte[]> bytes = Gen.Frequency((4, Gen.OneOfConst("%,\n\r+ \0\"=.k1"u8.ToArray())), (1, Gen.Byte)).Array[
            0,
            300
        ];
        await Gen.Select(bytes, Gen.Bool, Gen.Int[1, 50])
            .SampleAsync(async input =>
            {
                (byte[] body, bool hasHeader, int chunk) = input;
                byte[] content = [.. hasHeader ? Encoding.ASCII.GetBytes(Header) : [], .. body];
                (List<BatchFinding> whole, BatchSummary summary) = await JudgeAsync(content);
                Assert.Equal(content.Length, summary.Bytes);
                Assert.All(whole, finding => Assert.True(finding.Line > 0 && finding.Column > 0));

                // However the bytes arrive, the judgement is the same.
                using var slow = new Chunked(content, chunk);
                Assert.Equal(whole, (await JudgeAsync(slow)).Findings);
            });
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static MemoryStream Stream(string content) => new(Encoding.ASCII.GetBytes(content));

    private static async Task<(List<BatchFinding> Findings, BatchSummary Summary)> JudgeAsync(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await JudgeAsync(stream);
    }

    private static async Task<(List<BatchFinding> Findings, BatchSummary Summary)> JudgeAsync(Stream file)
    {
        var findings = new List<BatchFinding>();
        var reader = new ProfileBatchReader(
            file,
            finding =>
            {
                // Duplicates by the hundred thousand are counted by the summary.
                if (findings.Count < 100 || finding.Severity is BatchFindingSeverity.Error)
                {
                    findings.Add(finding);
                }
            }
        );
        while (await reader.ReadAsync(CancellationToken.None)) { }
        return (findings, reader.Summary);
    }

    private static void AssertRow(BatchRow row, long line, params string?[] cells)
    {
        Assert.Equal(line, row.Line);
        Assert.Equal(cells.Length, row.FieldCount);
        for (int i = 0; i < cells.Length; i++)
        {
            Assert.Equal(cells[i] is not null, row.TryGetText(i, out string? text));
            Assert.Equal(cells[i], text);
        }
    }

    /// <summary>A beginning, then the same bytes over and over.</summary>
    private sealed class Repeated(byte[] start, byte[] part, long times) : ReadStream
    {
        private long _position;

        public override int Read(Span<byte> buffer)
        {
            long left = start.Length + (part.Length * times) - _position;
            ReadOnlySpan<byte> source =
                left <= 0 ? []
                : _position < start.Length ? start.AsSpan((int)_position)
                : part.AsSpan((int)((_position - start.Length) % part.Length));
            int count = Math.Min(source.Length, buffer.Length);
            source[..count].CopyTo(buffer);
            _position += count;
            return count;
        }
    }

    /// <summary>Bytes that arrive a few at a time.</summary>
    private sealed class Chunked(byte[] content, int size) : ReadStream
    {
        private int _position;

        public override int Read(Span<byte> buffer)
        {
            int count = Math.Min(Math.Min(size, buffer.Length), content.Length - _position);
            content.AsSpan(_position, count).CopyTo(buffer);
            _position += count;
            return count;
        }
    }

    private abstract class ReadStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(Read(buffer.Span));

        public abstract override int Read(Span<byte> buffer);

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
