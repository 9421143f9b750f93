using System.Text;
using CsCheck;
using ProfileSchema.Tool.Rows;

namespace ProfileSchema.Tool.Tests.Rows;

public sealed class CsvRowTests : IDisposable
{
    private static readonly Gen<string> Cell = Gen.Frequency(
            (6, Gen.Char['a', 'z']),
            (4, Gen.OneOfConst(",\"\n\r ;#\t\\'".ToCharArray())),
            (1, Gen.OneOfConst('é', '日', '\u0001'))
        )
        .Array[0, 12]
        .Select(characters => new string(characters));

    private readonly string _root = Directory.CreateTempSubdirectory("profileschema-rows-").FullName;

    [Fact]
    public async Task Every_cell_arrives_as_it_was_exported_with_the_line_on_which_its_row_begins() =>
        await Cell.Array[3]
            .Array[0, 30]
            .SampleAsync(
                async rows =>
                {
                    var csv = new StringBuilder("id,a,b\r\n");
                    var expected = new List<(long, string)>();
                    foreach (string[] row in rows)
                    {
                        expected.Add((LinesIn(csv.ToString()) + 1, string.Join('|', row)));
                        csv.AppendJoin(
                            ',',
                            row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")
                        );
                        csv.Append("\r\n");
                    }

                    string path = Path.Combine(_root, $"{Guid.NewGuid()}.csv");
                    await File.WriteAllTextAsync(path, csv.ToString(), CancellationToken.None);
                    await using RowFile file = await RowFile.OpenAsync(
                        path,
                        new RowOptions { Key = "id", Delimiter = ',' },
                        CancellationToken.None
                    );
                    var actual = new List<(long, string)>();
                    await foreach (ProfileRow row in file.ReadAsync(CancellationToken.None))
                    {
                        actual.Add((row.Line, string.Join('|', row.Cells)));
                    }

                    Assert.Equal(expected, actual);
                    Assert.Equal(0, file.Rejections.Count);
                },
                threads: 1
            );

    [Fact]
    [Trait("Clause", "URL-3")]
    public void Text_is_decoded_alike_however_little_room_there_is()
    {
        Gen.Select(
                Gen.Frequency(
                    (3, Gen.Byte[0x20, 0x7E]),
                    (2, Gen.Byte),
                    (1, Gen.OneOfConst<byte>(0xF0, 0x9F, 0x98, 0x80))
                ).Array[0, 200],
                Gen.Int[1, 7]
            )
            .Sample(input =>
            {
                (byte[] bytes, int room) = input;
                Assert.Equal(Read(bytes, 4096), Read(bytes, room));
            });

        Assert.Equal("a😀\uDCFFb", Read([(byte)'a', 0xF0, 0x9F, 0x98, 0x80, 0xFF, (byte)'b'], 1));
        Assert.Equal("\uDCF0\uDC9F", Read([0xF0, 0x9F], 1));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string Read(byte[] bytes, int room)
    {
        using var stream = new MemoryStream(bytes);
        using var reader = new Utf8TextReader(stream);
        var text = new StringBuilder();
        var buffer = new char[room];
        int read;
        while ((read = reader.Read(buffer, 0, room)) > 0)
        {
            text.Append(buffer, 0, read);
        }

        return text.ToString();
    }

    private static int LinesIn(string text) =>
        text.Count(c => c == '\n')
        + text.Where((c, i) => c == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')).Count();
}
