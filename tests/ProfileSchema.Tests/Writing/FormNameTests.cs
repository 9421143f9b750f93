using System.Text;

namespace ProfileSchema.Tests.Writing;

/// <summary>Names of every length stand before their values in a single update (NAME-1).</summary>
[Trait("Clause", "NAME-1")]
public sealed class FormNameTests
{
    private const int MaxLength = 40;

    [Fact]
    public void A_name_of_any_length_is_written_whole()
    {
        string[] names = [.. Enumerable.Range(1, MaxLength).Select(Name)];
        var contract = new TestContract<int>(
            (ref writer, in value) =>
            {
                writer.WriteKey("k1");
                foreach (string name in names)
                {
                    writer.Write(Encoding.ASCII.GetBytes(name), value);
                }
            },
            names
        );
        string expected = "mbox3rdPartyId=k1" + string.Concat(names.Select(name => $"&profile.{name}=7"));
        Assert.Equal(expected, ProfileSerializer.ToParameterString(7, contract));
    }

    /// <summary>What is written behind a name does not count, and so reaches no memory that is not the output's.</summary>
    [Fact]
    public void A_name_of_any_length_ends_where_the_memory_does()
    {
        for (int length = 1; length <= MaxLength; length++)
        {
            byte[] name = Encoding.ASCII.GetBytes(Name(length));
            for (int before = 940; before < 1024; before++)
            {
                string text = new('x', before);
                var contract = new TestContract<string>(
                    (ref writer, in value) =>
                    {
                        writer.WriteKey("k1");
                        writer.WriteLiteral("t"u8, Encoding.ASCII.GetBytes(value));
                        writer.WriteLiteral(name, "1"u8);
                    },
                    ["t", Name(length)]
                );
                var exact = new ExactBuffer();
                ProfileSerializer.WriteParameters(exact, text, contract);
                Assert.Equal(
                    $"mbox3rdPartyId=k1&profile.t={text}&profile.{Name(length)}=1",
                    Encoding.ASCII.GetString(exact.Written)
                );
            }
        }
    }

    private static string Name(int length) =>
        string.Create(
            length,
            length,
            (text, length) =>
            {
                for (int i = 0; i < text.Length; i++)
                {
                    text[i] = (char)('a' + ((i + length) % 26));
                }
            }
        );
}
