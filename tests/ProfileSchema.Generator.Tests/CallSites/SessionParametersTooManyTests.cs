using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.CallSites;

/// <summary>A session update carries 50 values of 256 characters.</summary>
public class SessionParametersTooManyTests
{
    private static readonly string Types = $$"""
        [Profile]
        public partial record Fifty
        {
            [ProfileKey(ProfileKeyKind.ThirdPartyId)] public required string Id { get; init; }
            {{Members(0, 50)}}
        }
        [Profile]
        public partial record More : Fifty
        {
            [ProfileParameter] public int OneMore { get; init; }
        }
        public class Part
        {
            {{Members(0, 26)}}
        }
        [Profile]
        public partial record Nested
        {
            [ProfileKey(ProfileKeyKind.ThirdPartyId)] public required string Id { get; init; }
            [ProfileParameter] public Part? Home { get; init; }
            [ProfileParameter] public Part? Work { get; init; }
        }
        public class Order
        {
            public string Id { get; set; } = "";
            {{Members(0, 51, "")}}
        }
        [ProfileContractFor<Order>]
        public partial class OrderContract
        {
            [ProfileKey(ProfileKeyKind.ThirdPartyId)] string Id { get; }
            {{Members(0, 51)}}
        }
        [Profile]
        public partial record Long
        {
            [ProfileKey(ProfileKeyKind.ThirdPartyId)] public required string Id { get; init; }
            [ProfileParameter(MaxLength = 257)] public string? Story { get; init; }
        }
        [Profile]
        public partial record Hashed
        {
            [ProfileKey(ProfileKeyKind.ThirdPartyId)] public required string Id { get; init; }
            [ProfileParameter(MaxLength = 257, Hash = ProfileHash.Sha256)] public string? Story { get; init; }
        }
        public sealed class ByHand() : ProfileContract<More>("More", ProfileKeyKind.PcId, [])
        {
            public override void Write(ref ProfileWriter writer, in More profile) => writer.WriteKey(profile.Id);
        }
        """;

    [Theory]
    [InlineData("await client.[|UpdateInSessionAsync|](more, session);", "'More' has 51 parameters")]
    [InlineData(
        "await client!.[|UpdateInSessionAsync|](more, session, null, default);",
        "use UpdateAsync or a smaller profile"
    )]
    [InlineData("await client.[|UpdateInSessionAsync|]<More>(more, session);", "'More' has 51 parameters")]
    [InlineData("await client.[|UpdateInSessionAsync|](nested, session);", "'Nested' has 52 parameters")]
    [InlineData(
        "await client.[|UpdateInSessionAsync|](order, OrderContract.Default, session);",
        "'Order' has 51 parameters"
    )]
    [InlineData(
        "await client.[|UpdateInSessionAsync|](more, ProfileContract.Of<More>(), session);",
        "'More' has 51 parameters"
    )]
    [InlineData(
        "await client.[|UpdateInSessionAsync|](new Long { Id = \"1\" }, session);",
        "'Long' allows 257 characters for 'story', but a session update can carry 256"
    )]
    [InlineData("_ = ProfileSerializer.[|ToSessionParameterString|](more);", "'More' has 51 parameters")]
    [InlineData(
        "ProfileSerializer.[|WriteSessionParameters|](new System.Buffers.ArrayBufferWriter<byte>(), nested);",
        "'Nested' has 52 parameters"
    )]
    public Task Fires(string statement, string message) => Rule.Fires("PRF104", message, In(statement));

    [Theory]
    [InlineData("await client.UpdateInSessionAsync(fifty, session);")]
    [InlineData("await client.UpdateInSessionAsync(more, new ByHand(), session);")]
    [InlineData("await client.UpdateAsync(more);")]
    [InlineData("await client.UpdateInSessionAsync(new Hashed { Id = \"1\" }, session);")]
    [InlineData("_ = ProfileSerializer.ToParameterString(nested);")]
    [InlineData("await UpdateInSessionAsync(more);")]
    public Task Is_silent(string statement) => Rule.IsSilent(In(statement));

    private static string Members(int from, int count, string attribute = "[ProfileParameter] ") =>
        string.Concat(Enumerable.Range(from, count).Select(i => $"{attribute}public int? P{i} {{ get; init; }}\n    "));

    private static string In(string statement) =>
        $$"""
            using System.Threading.Tasks;
            using ProfileSchema.Client;
            {{Types}}
            public class Sender(ProfileClient client, DeliverySession session)
            {
                public Task UpdateInSessionAsync<T>(T profile) => Task.FromResult(profile);

                public async Task Run(Fifty fifty, More more, Nested nested, Order order)
                {
                    await UpdateInSessionAsync(fifty);
                    await UpdateInSessionAsync(order);
                    await client.UpdateInSessionAsync(fifty, session);
                    {{statement}}
                }
            }
            """;
}
