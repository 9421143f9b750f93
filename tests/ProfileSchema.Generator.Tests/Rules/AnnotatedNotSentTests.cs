using System.Globalization;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Rules;

/// <summary>Whatever the reason for which the contract lacks an annotated member, a rule reports it.</summary>
public class AnnotatedNotSentTests
{
    private const string Key = "[ProfileKey(ProfileKeyKind.PcId)] public int Id { get; set; }";
    private const string Toolkit = "using CommunityToolkit.Mvvm.ComponentModel;\n#pragma warning disable CS0657\n";

    [Fact]
    public async Task Property_that_another_generator_makes_is_reported_at_its_field()
    {
        Compilation output = OtherGenerator.CommunityToolkit.Run(
            $$"""
            {{Toolkit}}
            [Profile]
            public partial class P : ObservableObject
            {
                {{Key}}
                [ProfileParameter] public int? Points { get; set; }
                [ObservableProperty] [property: ProfileParameter] private string? _tier;
            }
            """
        );

        await Reports(output, "_tier", "'P.Tier' is annotated but isn't sent: another generator declares it");
    }

    [Fact]
    public async Task Key_that_another_generator_makes_is_reported_at_its_field()
    {
        Compilation output = OtherGenerator.CommunityToolkit.Run(
            $$"""
            {{Toolkit}}
            [Profile]
            public partial class P : ObservableObject
            {
                [ObservableProperty] [property: ProfileKey(ProfileKeyKind.PcId)] private string _id = "";
                [ProfileParameter] public int? Points { get; set; }
            }
            """
        );

        await Reports(output, "_id", "'P.Id' is annotated but isn't sent: another generator declares it");
    }

    [Fact]
    public async Task Member_of_a_nested_object_that_another_generator_makes_is_reported_at_the_member_that_leads_there()
    {
        Compilation output = OtherGenerator.CommunityToolkit.Run(
            $$"""
            {{Toolkit}}
            public partial class Address : ObservableObject
            {
                [ProfileParameter] public string? Street { get; set; }
                [ObservableProperty] [property: ProfileParameter] private string? _city;
            }

            [Profile]
            public partial class P
            {
                {{Key}}
                [ProfileParameter] public Address? Home { get; set; }
            }
            """
        );

        await Reports(output, "Home", "'Address.City' is annotated but isn't sent: another generator declares it");
    }

    [Fact]
    public async Task Contract_for_a_type_with_a_property_that_another_generator_makes_is_reported_at_its_class()
    {
        Compilation output = OtherGenerator.CommunityToolkit.Run(
            $$"""
            {{Toolkit}}
            public partial class Order : ObservableObject
            {
                public int Id { get; set; }
                [ObservableProperty] private string? _tier;
            }

            [ProfileContractFor<Order>]
            public partial class C
            {
                [ProfileKey(ProfileKeyKind.PcId)] int Id { get; }
                [ProfileParameter] string? Tier { get; }
            }
            """
        );

        await Reports(output, "C", "it has no contract, because it depends on what another generator declares");
    }

    [Theory]
    [InlineData("Tier?", "Tier?")]
    [InlineData("List<Tier>?", "List<Tier>?")]
    [InlineData("Tier[]", "Tier[]")]
    public async Task Member_whose_type_another_generator_completes_is_reported_at_its_type(string type, string at)
    {
        Compilation output = OtherGenerator.Vogen.Run(
            $$"""
            using Vogen;
            using System.Collections.Generic;
            [ValueObject<int>]
            public readonly partial struct Tier;

            [Profile]
            public partial class P
            {
                {{Key}}
                [ProfileParameter] public int? Points { get; set; }
                [ProfileParameter] public {{type}} Tier { get; set; } = default!;
            }
            """
        );

        await Reports(
            output,
            at,
            "another generator completes its type 'Tier', which ProfileSchema's generator can't see"
        );
    }

    [Fact]
    public async Task Member_whose_type_another_generator_completes_is_sent_by_a_converter()
    {
        Compilation output = OtherGenerator.Vogen.Run(
            $$"""
            using Vogen;
            [ValueObject<int>]
            public readonly partial struct Tier;

            public class TierConverter : IProfileConverter<Tier>
            {
                public static bool TryFormat(Tier value, Span<byte> utf8, out int written) =>
                    value.Value.TryFormat(utf8, out written);
            }

            [Profile]
            public partial class P
            {
                {{Key}}
                [ProfileParameter, ProfileConverter<TierConverter>] public Tier? Tier { get; set; }
            }
            """
        );

        Assert.Empty(await Analysis.Of(output));
        Assert.Empty(
            output
                .GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(found => found.Severity is DiagnosticSeverity.Error)
        );
    }

    [Fact]
    public async Task Profile_without_the_generator_is_reported()
    {
        Compilation input = Source.Compile(
            $"[Profile] public partial class P {{ {Key} [ProfileParameter] public int? A {{ get; set; }} }}"
        );

        await Reports(input, "P", "'P' is annotated but isn't sent: it has no contract");
    }

    [Theory]
    [InlineData("public string? [|Tier|] { get; set; }")]
    [InlineData("string? IMember.[|Tier|] => null;")]
    public Task Property_of_an_interface_is_reported_where_the_profile_implements_it(string implementation) =>
        Rule.Fires(
            "PRF034",
            "'IMember.Tier' is annotated but isn't sent: 'P' doesn't inherit attributes from its interfaces",
            $$"""
            public interface IMember { [ProfileParameter] string? Tier { get; } }

            [Profile]
            public partial class P : IMember
            {
                {{Key}}
                [ProfileParameter] public int? Points { get; set; }
                {{implementation}}
            }
            """
        );

    [Theory]
    [InlineData("string? Tier { get; }", "public string? Tier { get; set; }")]
    [InlineData("int Level => 1;", "")]
    public Task Property_of_an_interface_that_a_base_or_the_interface_itself_implements_is_reported_at_the_profile(
        string declared,
        string implementation
    ) =>
        Rule.Fires(
            "PRF034",
            "annotate the property of 'P' itself",
            $$"""
            public interface IMember { [ProfileParameter] {{declared}} }
            public class M : IMember { {{implementation}} }
            [Profile] public partial class [|P|] : M { {{Key}} [ProfileParameter] public int? Points { get; set; } }
            """
        );

    [Fact]
    public Task Property_of_an_interface_of_a_nested_object_is_reported_at_the_member_that_leads_there() =>
        Rule.Fires(
            "PRF034",
            "'IAddress.City' is annotated but isn't sent",
            $$"""
            public interface IAddress { [ProfileParameter] string? City { get; } }
            public class Address : IAddress
            {
                public string? City { get; set; }
                [ProfileParameter] public string? Street { get; set; }
            }
            [Profile] public partial class P { {{Key}} [ProfileParameter] public Address? [|Home|] { get; set; } }
            """
        );

    [Theory]
    [InlineData("[ProfileParameter] public string? Tier { get; set; }")]
    [InlineData("[ProfileParameter] string? IMember.Tier => null;")]
    public Task Property_of_an_interface_that_the_profile_annotates_too_is_sent(string implementation) =>
        Rule.IsQuiet(
            $$"""
            public interface IMember { [ProfileParameter] string? Tier { get; } }
            [Profile] public partial class P : IMember { {{Key}} {{implementation}} }
            [Profile] public partial class Q { {{Key}} [ProfileParameter] public IMember? Member { get; set; } }
            """
        );

    [Theory]
    [InlineData("internal")]
    [InlineData("private")]
    public async Task Member_of_a_base_type_that_its_assembly_hides_is_reported(string accessibility)
    {
        Compilation output = WithReferred(
            $"public class M<T> {{ [ProfileParameter] {accessibility} T? Tier {{ get; set; }} [ProfileParameter] public T? Other {{ get; set; }} }}",
            $"[Profile] public partial class P : M<string> {{ {Key} }}"
        );

        await Reports(
            output,
            "P",
            "'M.Tier' is annotated but isn't sent: it can't be read outside the assembly 'Referred'; make it public"
        );
    }

    [Fact]
    public async Task Member_of_a_nested_object_that_its_assembly_hides_is_reported_at_the_member_that_leads_there()
    {
        Compilation output = WithReferred(
            "public class Address { [ProfileParameter] internal string? Zip { get; set; } [ProfileParameter] public string? City { get; set; } }",
            $"[Profile] public partial class P {{ {Key} [ProfileParameter] public Address? Home {{ get; set; }} }}"
        );

        await Reports(output, "Home", "'Address.Zip' is annotated but isn't sent");
    }

    [Fact]
    public async Task Members_of_a_base_type_that_its_assembly_shows_are_sent()
    {
        Compilation output = WithReferred(
            "public class M { [ProfileParameter] public string? Tier { get; set; } [ProfileParameter] protected int? Points { get; set; } }",
            $"[Profile] public partial class P : M {{ {Key} }}"
        );

        Assert.DoesNotContain(await Analysis.Of(output), found => found.Id == "PRF034");
    }

    private static Compilation WithReferred(string library, string source)
    {
        using var image = new MemoryStream();
        Assert.True(Source.Compile([library]).WithAssemblyName("Referred").Emit(image).Success);
        return GeneratorRun
            .Of(Source.Compile([source]).AddReferences(MetadataReference.CreateFromImage(image.ToArray())))
            .Output;
    }

    private static async Task Reports(Compilation compilation, string at, string message)
    {
        Diagnostic found = Assert.Single(
            (await Analysis.Of(compilation)).Where(found => found.Severity is DiagnosticSeverity.Error)
        );

        Assert.Equal("PRF034", found.Id);
        Assert.Equal(
            at,
            found.Location.SourceTree!.ToString()[found.Location.SourceSpan.Start..found.Location.SourceSpan.End]
        );
        Assert.Contains(message, found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
