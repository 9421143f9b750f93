using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Execution;

/// <summary>The contract tells what it is.</summary>
public class MetadataTests
{
    private const string Source = """
        /// <summary>A member.</summary>
        /// <param name="Points">Points that <see cref="System.String"/> &amp; <c>co</c> gave.</param>
        [Profile]
        public partial record P([property: ProfileParameter] int? Points)
        {
            [ProfileKey(ProfileKeyKind.PcId)] public int Id => 1;

            // Not this.
            /// <summary>
            ///   The segments,
            ///   in order.
            /// </summary>
            /// <remarks>And not this.</remarks>
            [ProfileParameter(Separator = ';', MaxLength = 1000)] public string[] Segments { get; init; } = [];

            /** <summary>Hashed. </summary> */
            [ProfileParameter(Hash = ProfileHash.Sha256Email, NullValue = "NONE")] public string? Email { get; init; }

            /// <summary>A field.</summary>
            [ProfileParameter(Format = "F2")] public decimal Sum;

            /// <summary>A branch.</summary>
            [ProfileParameter] public Inner? Inner { get; init; }
        }
        public struct Inner
        {
            /// <summary>In "it".</summary>
            [ProfileParameter] public DayOfWeek Day { get; init; }
            [ProfileParameter] public DayOfWeek? Undocumented { get; init; }
        }
        """;

    [Fact]
    public void Facts_of_every_parameter()
    {
        ProfileParameter[] told = [.. Executed.Contract("P", Source)];

        Assert.Equal(
            ["points", "segments", "email", "sum", "inner.day", "inner.undocumented"],
            told.Select(parameter => parameter.Name)
        );
        Assert.Equal(
            [typeof(int), typeof(string[]), typeof(string), typeof(decimal), typeof(DayOfWeek), typeof(DayOfWeek)],
            told.Select(parameter => parameter.Type)
        );
        Assert.Equal([true, false, true, false, false, true], told.Select(parameter => parameter.IsNullable));
        Assert.Equal([null, ';', null, null, null, null], told.Select(parameter => parameter.Separator));
        Assert.Equal([256, 1000, 256, 256, 256, 256], told.Select(parameter => parameter.MaxLength));
        Assert.Equal([null, null, "NONE", null, null, null], told.Select(parameter => parameter.NullValue));
        Assert.Equal([null, null, null, "F2", null, null], told.Select(parameter => parameter.Format));
        Assert.Equal(ProfileHash.Sha256Email, told[2].Hash);
        Assert.Equal(
            ["Points that String & co gave.", "The segments, in order.", "Hashed.", "A field.", "In \"it\".", null],
            told.Select(parameter => parameter.Summary)
        );
    }

    [Theory]
    [InlineData(Microsoft.CodeAnalysis.DocumentationMode.None)]
    [InlineData(Microsoft.CodeAnalysis.DocumentationMode.Parse)]
    public void Summaries_are_read_whether_or_not_documentation_is_made(Microsoft.CodeAnalysis.DocumentationMode mode)
    {
        string file = GeneratorRun.Of(Testing.Source.Compile([Source], documentation: mode)).OnlyFile;

        Assert.Contains("Summary = \"The segments, in order.\"", file, StringComparison.Ordinal);
        Assert.Contains("Summary = \"Hashed.\"", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Summary_is_not_read_from_a_comment_that_is_no_documentation()
    {
        string file = GeneratorRun
            .Of(
                """
                [Profile]
                public partial class P
                {
                    [ProfileKey(ProfileKeyKind.PcId)] public int Id => 1;

                    //// <summary>Commented out.</summary>
                    /// <summary>The real one.</summary>
                    [ProfileParameter] public int? A { get; set; }

                    /*** <summary>No documentation.</summary> */
                    [ProfileParameter] public int? B { get; set; }
                }
                """
            )
            .OnlyFile;

        Assert.Contains("Summary = \"The real one.\"", file, StringComparison.Ordinal);
        Assert.DoesNotContain("No documentation", file, StringComparison.Ordinal);
    }

#if NET10_0_OR_GREATER
    // The compiler of the other framework knows no partial properties.
    [Theory]
    [InlineData("/// <summary>Both.</summary>\n", "")]
    [InlineData("", "/// <summary>Both.</summary>\n")]
    public void Summary_of_a_partial_property_is_read_from_either_part(string defining, string implementing)
    {
        string file = GeneratorRun
            .Of(
                $$"""
                [Profile]
                public partial class P
                {
                    [ProfileKey(ProfileKeyKind.PcId)] public int Id => 1;

                    {{defining}}
                    [ProfileParameter] public partial int? A { get; }
                }
                """,
                $$"""
                partial class P
                {
                    {{implementing}}
                    public partial int? A => 1;
                }
                """
            )
            .AssertCompiles()
            .OnlyFile;

        Assert.Contains("Summary = \"Both.\"", file, StringComparison.Ordinal);
    }
#endif

    [Fact]
    public void Mapped_member_without_a_summary_has_that_of_the_target()
    {
        string file = GeneratorRun
            .Of(
                """
                public class Order
                {
                    /// <summary>The number.</summary>
                    public string Number { get; set; } = "";
                    /// <summary>What it cost.</summary>
                    public decimal Total { get; set; }
                }
                [ProfileContractFor<Order>]
                public partial class OrderContract
                {
                    [ProfileKey(ProfileKeyKind.PcId)] string Number { get; }
                    [ProfileParameter] decimal Total { get; }
                }
                """
            )
            .OnlyFile;

        Assert.Contains("Summary = \"What it cost.\"", file, StringComparison.Ordinal);
    }
}
