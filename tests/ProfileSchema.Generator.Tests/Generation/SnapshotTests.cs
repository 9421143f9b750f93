using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Generation;

/// <summary>The whole of what is generated, as it was approved.</summary>
public class SnapshotTests
{
    [Fact]
    public void Record() =>
        Verify(
            """
            namespace Acme;

            public enum Tier { Bronze = 1, Silver, Gold, Premium = Gold }

            [Profile]
            public partial record Member
            {
                [ProfileKey(ProfileKeyKind.ThirdPartyId)]
                public required string MemberId { get; init; }

                [ProfileParameter] public Tier Tier { get; init; }
                [ProfileParameter] public int Points { get; init; }
                [ProfileParameter("ltv", Format = "F2")] public decimal LifetimeValue { get; init; }
                [ProfileParameter(Format = "yyyy-MM-dd")] public DateOnly? LastVisit { get; init; }
                [ProfileParameter] public string? Store { get; init; }
                public string? InternalNote { get; init; }
            }
            """
        );

    [Fact]
    public void Nested_generic_struct_with_awkward_names() =>
        Verify(
            """
            namespace @namespace.Sub
            {
                public partial interface IOuter<T>
                {
                    public partial record struct @class
                    {
                        [ProfileKey(ProfileKeyKind.PcId)] private readonly Guid @event;
                        [ProfileParameter("größe, \"cm\"")] private string @default;
                        [ProfileParameter(Format = "\"\\")] public double? @double { get; init; }
                        public @class(Guid id, string text) { @event = id; @default = text; }
                    }
                }
            }
            """.Replace(
                "public partial record struct",
                "[Profile] public partial record struct",
                StringComparison.Ordinal
            )
        );

    [Fact]
    public void Derived_in_global_namespace() =>
        Verify(
            """
            public abstract class Person
            {
                [ProfileKey(ProfileKeyKind.ThirdPartyId)] public long Id { get; set; }
                [ProfileParameter] public string? Name { get; set; }
            }

            [Profile(Naming = ProfileNaming.SnakeCase)]
            public partial class Member : Person
            {
                public enum Level { Low = -1, VeryHigh = 1 }

                public new string? Name { get; set; }
                private int GeneratedProfileContract => 0;
                [ProfileParameter] public Level? FirstLevel { get; set; }
                [ProfileParameter(Format = "D")] public Level LastLevel => (Level)GeneratedProfileContract;
            }
            """
        );

    [Fact]
    public void Obsolete_members() =>
        Verify(
            """
            [Profile]
            public partial class Member
            {
                [ProfileKey(ProfileKeyKind.ThirdPartyId)] public string Id { get; set; } = "";
                [Obsolete, ProfileParameter] public string? Old { get; set; }
                [Obsolete("Gone.", true), ProfileParameter] public string? Older { get; set; }
            }
            """
        );

    [Fact]
    public void Nested_objects() =>
        Verify(
            """
            namespace Acme;

            public class Address
            {
                [ProfileParameter] public string? City { get; init; }
                [ProfileParameter("geo")] public Point? Point { get; init; }
                [ProfileParameter(NullValue = "NONE")] public string? Floor { get; init; }
            }

            public readonly record struct Point([property: ProfileParameter] double X, [property: ProfileParameter] double Y);

            [Profile]
            public partial record Member
            {
                [ProfileKey(ProfileKeyKind.ThirdPartyId)] public required string MemberId { get; init; }
                /// <summary>Where the member lives.</summary>
                [ProfileParameter] public Address? Home { get; init; }
                [ProfileParameter(Flatten = true)] public Point Place { get; init; }
            }
            """
        );

    [Fact]
    public void Collections() =>
        Verify(
            """
            using System.Collections.Generic;
            using System.Collections.Immutable;

            [Profile]
            public partial class Member
            {
                [ProfileKey(ProfileKeyKind.ThirdPartyId)] public string MemberId { get; set; } = "";
                [ProfileParameter] public string[] Texts { get; set; } = [];
                [ProfileParameter(Separator = ';', MaxLength = 1000)] public IReadOnlyList<string>? Segments { get; set; }
                [ProfileParameter] public HashSet<string>? Set { get; set; }
                [ProfileParameter] public List<int>? Numbers { get; set; }
                [ProfileParameter] public ImmutableArray<DayOfWeek> Days { get; set; }
                [ProfileParameter] public ImmutableArray<DayOfWeek>? MoreDays { get; set; }
                [ProfileParameter(Format = "yyyy")] public IReadOnlyList<DateOnly?>? Years { get; set; }
                [ProfileParameter] public ReadOnlyMemory<Version?> Versions { get; set; }
                [ProfileParameter] public ArraySegment<Guid> Ids { get; set; }
            }
            """
        );

    [Fact]
    public void Options() =>
        Verify(
            """
            [Flags] public enum Perks { [ProfileValue("none")] None, Lounge = 1, [ProfileValue("up")] Upgrade = 2, All = 3 }

            public readonly struct Money { }

            public sealed class MoneyConverter : IProfileConverter<Money>
            {
                public static bool TryFormat(Money value, Span<byte> utf8, out int written) => (written = 0) == 0;
            }

            [Profile]
            public partial class Member
            {
                [ProfileKey(ProfileKeyKind.ThirdPartyId, Hash = ProfileHash.Sha256Email)] public string Email { get; set; } = "";
                [ProfileParameter(Hash = ProfileHash.Sha256Phone, NullValue = "NO PHONE")] public string? Phone { get; set; }
                [ProfileParameter(Hash = ProfileHash.Sha256)] public Guid? Card { get; set; }
                [ProfileParameter(NullValue = "NONE", MaxLength = 20)] public string? Store { get; set; }
                [ProfileParameter(MaxLength = 10)] public long? Visits { get; set; }
                [ProfileParameter(Separator = '|')] public Perks Perks { get; set; }
                [ProfileParameter(Format = "D")] public Perks? Mask { get; set; }
                [ProfileParameter, ProfileConverter<MoneyConverter>] public Money? Spent { get; set; }
                [ProfileParameter, ProfileConverter<MoneyConverter>] public Money[]? Sums { get; set; }
                [ProfileParameter] public Version? App { get; set; }
            }
            """
        );

    [Fact]
    public void Contract_for_another_type() =>
        Verify(
            """
            namespace Acme.Sales
            {
                public class Order { public long Number { get; set; } public decimal? Total { get; set; } }

                public static partial class Contracts
                {
                    [ProfileContractFor<Order>(Naming = ProfileNaming.SnakeCase)]
                    public partial class @for
                    {
                        [ProfileKey(ProfileKeyKind.PcId, Hash = ProfileHash.Sha256)] long Number { get; }
                        [ProfileParameter("total", Format = "F2")] decimal Total { get; }
                    }
                }
            }
            """
        );

    private static void Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        Snapshot.Verify(GeneratorRun.Of(source).AssertCompiles().OnlyFile, name: name);
}
