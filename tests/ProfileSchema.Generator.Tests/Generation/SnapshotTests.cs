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

    private static void Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        Snapshot.Verify(GeneratorRun.Of(source).AssertCompiles().OnlyFile, name: name);
}
