using ProfileSchema.CodeFixes.Declarations;
using ProfileSchema.CodeFixes.Tests.Testing;
using ProfileSchema.Generator;

namespace ProfileSchema.CodeFixes.Tests.Declarations;

/// <summary>Fixes of the annotated type.</summary>
public class TypeFixTests
{
    [Fact]
    public Task Partial_is_added_to_profiles_and_the_types_around_them() =>
        Fixed<ProfileSchemaAnalyzer, AddPartialFix>.Becomes(
            """
            /// <summary>Holds.</summary>
            public static class {|PRF001:{|PRF001:Outer|}|}
            {
                // A member.
                [Profile]
                public sealed record {|PRF001:Member|}
                {
                    [ProfileKey(ProfileKeyKind.PcId)] public required string Id { get; init; }
                    [ProfileParameter] public int? Points { get; init; }
                }

                [Profile]
                public readonly record struct {|PRF001:Other|}
                (
                    [property: ProfileKey(ProfileKeyKind.PcId)] string Id,
                    [property: ProfileParameter] int? Points
                );
            }
            [Profile] class {|PRF001:Plain|}
            {
                [ProfileKey(ProfileKeyKind.PcId)] public int Id;
                [ProfileParameter] public int? A;
            }
            """,
            """
            /// <summary>Holds.</summary>
            public static partial class Outer
            {
                // A member.
                [Profile]
                public sealed partial record Member
                {
                    [ProfileKey(ProfileKeyKind.PcId)] public required string Id { get; init; }
                    [ProfileParameter] public int? Points { get; init; }
                }

                [Profile]
                public readonly partial record struct Other
                (
                    [property: ProfileKey(ProfileKeyKind.PcId)] string Id,
                    [property: ProfileParameter] int? Points
                );
            }
            [Profile]
            partial class Plain
            {
                [ProfileKey(ProfileKeyKind.PcId)] public int Id;
                [ProfileParameter] public int? A;
            }
            """
        );

    [Fact]
    public Task Derived_types_become_profiles() =>
        Fixed<ProfileSchemaAnalyzer, AddProfileFix>.Becomes(
            """
            [Profile]
            public partial class Member
            {
                [ProfileKey(ProfileKeyKind.PcId)] public int Id;
                [ProfileParameter] public int? A;
            }

            /// <summary>Gold.</summary>
            public sealed class {|PRF030:Gold|} : Member
            {
                [ProfileParameter] public int? B;
            }

            public class {|PRF030:Silver|} : Member
            {
                [ProfileParameter] public int? C;
            }

            public class Metals
            {
                public class {|PRF030:Bronze|} : Member
                {
                    [ProfileParameter] public int? D;
                }
            }
            """,
            """
            [Profile]
            public partial class Member
            {
                [ProfileKey(ProfileKeyKind.PcId)] public int Id;
                [ProfileParameter] public int? A;
            }

            /// <summary>Gold.</summary>
            [Profile]
            public sealed partial class Gold : Member
            {
                [ProfileParameter] public int? B;
            }

            [Profile]
            public partial class Silver : Member
            {
                [ProfileParameter] public int? C;
            }

            public partial class Metals
            {
                [Profile]
                public partial class Bronze : Member
                {
                    [ProfileParameter] public int? D;
                }
            }
            """
        );

    /// <summary>A derived profile inherits the naming, so the attribute needs none.</summary>
    [Fact]
    public Task Derived_types_become_profiles_that_inherit_the_naming()
    {
        const string profile =
            "[Profile(Naming = ProfileNaming.SnakeCase)] public partial class Member { [ProfileKey(ProfileKeyKind.PcId)] public int Id; [ProfileParameter] public int? LastVisit; }";

        return Fixed<ProfileSchemaAnalyzer, AddProfileFix>.Becomes(
            profile + "\n\npublic class {|PRF030:Gold|} : Member { [ProfileParameter] public int? LoungeVisits; }",
            profile
                + "\n\n[Profile]\npublic partial class Gold : Member { [ProfileParameter] public int? LoungeVisits; }"
        );
    }
}
