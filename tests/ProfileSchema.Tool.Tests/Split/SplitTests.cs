using System.Runtime.Versioning;
using System.Text;
using ProfileSchema.Tool.Tests.Running;

namespace ProfileSchema.Tool.Tests.Split;

public sealed class SplitTests : ToolTest
{
    [Fact]
    [Trait("Clause", "URL-2")]
    [Trait("Clause", "BATCH-3")]
    public async Task A_csv_export_becomes_a_batch_file()
    {
        Write("members.csv", "id,tier,note\r\nM1,gold,\"a, \"\"b\"\"\r\nc\"\r\nM2,,\r\n#3,silver,ü+\r\n");

        ToolProcess run = await RunAsync("split", "members.csv", "--key", "id", "--output", "out");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            "batch=thirdPartyId,tier,note\nM1,gold,a%2C%20%22b%22%0D%0Ac\n%233,silver,%C3%BC%2B\n",
            ReadFile("out/members-0001.batch")
        );
        Assert.Contains(
            "3 rows read: 2 written to 1 files, 1 without a value, 0 rejected.",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("id;tier\nM1;gold\n", "--delimiter", ";")]
    [InlineData("id\ttier\nM1\tgold\n", "--delimiter", "tab")]
    [InlineData("id|tier\nM1|gold\n", "--delimiter", "|")]
    [InlineData("id^tier\n'M1'^'gold'\n", "--delimiter", "^", "--quote", "'")]
    [InlineData("id;tier\nM1;gold\n")]
    [InlineData("other,id,tier,more\nx,M1,gold,y\n", "--columns", "tier")]
    [InlineData("tier,id\ngold,M1")]
    public async Task Delimiters_quotes_and_columns_are_as_declared(string csv, params string[] options)
    {
        Write("m.csv", csv);
        ToolProcess run = await RunAsync(["split", "m.csv", "--key", "id", .. options]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("batch=thirdPartyId,tier\nM1,gold\n", ReadFile("m-0001.batch"));
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    [InlineData("windows-1252", false)]
    [InlineData("iso-8859-15", false)]
    [Trait("Clause", "URL-1")]
    public async Task Encodings_are_as_declared_or_as_marked(string name, bool hasMark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        Write("m.csv", [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("id,city\nM1,Köln €\n")]);
        string[] declaration = hasMark ? [] : ["--encoding", name];
        ToolProcess run = await RunAsync(["split", "m.csv", "--key", "id", .. declaration]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("batch=thirdPartyId,city\nM1,K%C3%B6ln%20%E2%82%AC\n", ReadFile("m-0001.batch"));
    }

    [Fact]
    [Trait("Clause", "URL-3")]
    [Trait("Clause", "ID-3")]
    [Trait("Clause", "ID-4")]
    [Trait("Clause", "VALUE-2")]
    public async Task Rows_that_cannot_be_sent_are_named_by_their_lines_and_never_by_their_values()
    {
        byte[] content =
        [
            .. Encoding.UTF8.GetBytes("id,note\nM1,\"two\nlines\"\nS3/CRET,x\n,x\nM4,"),
            0xFF,
            .. Encoding.UTF8.GetBytes($"\nM5\n\nM6,{new string('s', 257)}\nM7,a,b\nM8,good\n"),
        ];
        Write("m.csv", content);
        ToolProcess run = await RunAsync("split", "m.csv", "--key", "id");
        Assert.Equal(1, run.ExitCode);
        foreach (
            string expected in new[]
            {
                "m.csv:4 rejected: the key contains",
                "m.csv:5 rejected: the key is null, empty, or white space",
                "m.csv:6 rejected: 'note': the text contains an unpaired surrogate",
                "If it has another one, say --encoding.",
                "m.csv:7 rejected: the row has 1 cells, the header 2",
                "m.csv:9 rejected: 'note': the value has more characters",
                "m.csv:10 rejected: the row has 3 cells, the header 2",
            }
        )
        {
            Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("S3", run.Output + run.Error, StringComparison.Ordinal);
        Assert.Contains("8 rows read: 2 written to 1 files", run.Output, StringComparison.Ordinal);
        Assert.Equal("batch=thirdPartyId,note\nM1,two%0Alines\nM8,good\n", ReadFile("m-0001.batch"));
    }

    [Theory]
    [InlineData("", 1, "is empty")]
    [InlineData("id,note\nM1,\"cut off", 1, "line 2: a quoted value has no closing quote")]
    [InlineData("i\0d\0,\0x\0", 1, "--encoding utf-16")]
    [InlineData("id,profile.x\nM1,1\n", 1, "begins with 'profile.'")]
    [InlineData("id,x,x\nM1,1,2\n", 1, "Two parameters are named")]
    [InlineData("id,\nM1,1\n", 1, "line 1")]
    [InlineData(
        "nr,x\nM1,1\n",
        2,
        "There is no column 'id', which --key names. The first line has 2 columns; it must hold"
    )]
    [InlineData("nr,Id\nM1,1\n", 2, "There is 'Id': capitals and spaces count (URL-4).")]
    [InlineData("nr~x\nM1~1\n", 2, "The first line has one column; if these are several, say --delimiter.")]
    [InlineData("batch=pcId,x\nM1,1\n", 2, "keyed by pcId")]
    [InlineData("batch=other,x\nM1,1\n", 1, "BATCH-1")]
    public async Task A_file_that_cannot_be_read_makes_no_file(string content, int exitCode, string message)
    {
        Write("m.csv", content);
        ToolProcess run = await RunAsync("split", "m.csv", "--key", "id");
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal(["m.csv"], Directory.EnumerateFiles(Root).Select(Path.GetFileName));
    }

    [Fact]
    [Trait("Clause", "HTTP-2")]
    public async Task Where_the_header_is_missing_no_value_of_the_first_customer_is_shown()
    {
        Write("m.csv", "M4711,ada@example.com\n");
        ToolProcess run = await RunAsync("split", "m.csv", "--key", "id");
        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain("4711", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_is_not_in_the_declared_encoding_is_not_guessed_at()
    {
        Write("m.csv", [.. Encoding.Unicode.GetBytes("id,x\nM1,a"), 0x00, 0xDC, .. Encoding.Unicode.GetBytes("b\n")]);
        ToolProcess run = await RunAsync("split", "m.csv", "--key", "id", "--encoding", "utf-16");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--encoding", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "BATCH-5")]
    [Trait("Clause", "BATCH-7")]
    public async Task An_oversized_batch_file_is_written_again_within_the_limits()
    {
        var batch = new StringBuilder("batch=pcId,a,b\n");
        for (int i = 0; i < 25; i++)
        {
            batch.Append(System.Globalization.CultureInfo.InvariantCulture, $"k{i % 20},v {i}%2c,\n");
        }

        batch.Append("k,%zz\nk,1,2,3\n");
        Write("big.batch", batch.ToString());
        ToolProcess run = await RunAsync("split", "big.batch", "--max-rows", "10", "-o", "out");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("big.batch:27 rejected: a cell has no meaning", run.Error, StringComparison.Ordinal);
        Assert.Contains("big.batch:28 rejected: the row has more cells", run.Error, StringComparison.Ordinal);
        Assert.Contains("5 rows repeat the key", run.Error, StringComparison.Ordinal);
        Assert.Contains("25 fields contained characters that must be encoded", run.Error, StringComparison.Ordinal);
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(Root, "out")).Order(StringComparer.Ordinal)];
        Assert.Equal(3, files.Length);
        Assert.StartsWith(
            "batch=pcId,a,b\nk0,v%200%2C\n",
            await File.ReadAllTextAsync(files[0], Cancellation),
            StringComparison.Ordinal
        );
        ToolProcess check = await RunAsync(["check", .. files]);
        Assert.Equal(0, check.ExitCode);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(files[0]));
        }
    }

    [Theory]
    [InlineData("m", 251)]
    [InlineData("ü", 125)]
    public async Task Split_of_a_file_with_the_longest_name_writes_files_with_a_shorter_one(string letter, int count)
    {
        string name = string.Concat(Enumerable.Repeat(letter, count));
        Write($"{name}.csv", "id,tier\nM1,gold\n");

        ToolProcess run = await RunAsync("split", $"{name}.csv", "--key", "id", "--output", "out");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string path = Assert.Single(Directory.GetFiles(Path.Combine(Root, "out")));
        Assert.StartsWith(Path.GetFileNameWithoutExtension(path)[..^5], name, StringComparison.Ordinal);
        Assert.EndsWith("-0001.batch", path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_file_is_written_over()
    {
        Write("m.csv", "id,x\nM1,1\n");
        Write("m-0001.batch", "mine");
        ToolProcess run = await RunAsync("split", "m.csv", "--key", "id");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("not written over", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", ReadFile("m-0001.batch"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [UnsupportedOSPlatform("windows")]
    public async Task Nothing_is_written_through_a_link_or_into_a_file_that_others_can_read(bool isLink)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights of their own there.");
        Write("m.csv", "id,x\nM1,SECRET\n");
        string unfinished = Path.Combine(Root, "m-0001.batch.unfinished");
        string target = isLink ? "victim" : "m-0001.batch.unfinished";
        Write(target, "mine");
        File.SetUnixFileMode(Path.Combine(Root, target), (UnixFileMode)0b110_110_110);
        if (isLink)
        {
            File.CreateSymbolicLink(unfinished, Path.Combine(Root, target));
        }

        ToolProcess run = await RunAsync("split", "m.csv", "--key", "id");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("m-0001.batch.unfinished is there already", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", ReadFile(target));
        Assert.False(File.Exists(Path.Combine(Root, "m-0001.batch")));
    }
}
