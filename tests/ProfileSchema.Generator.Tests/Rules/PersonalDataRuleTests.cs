using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Rules;

/// <summary>Names that suggest personal data, and those that only look like it.</summary>
[Trait("Clause", "HASH-1")]
public class PersonalDataRuleTests
{
    [Theory]
    [InlineData("string?", "Email", "an email address")]
    [InlineData("string?", "EMail", "an email address")]
    [InlineData("string?", "home_e_mail", "an email address")]
    [InlineData("string?", "EmailAddress", "an email address")]
    [InlineData("string[]?", "WorkEmails", "an email address")]
    [InlineData("string?", "MobilePhone", "a phone number")]
    [InlineData("long?", "PhoneNumber", "a phone number")]
    [InlineData("string?", "Telephone2", "a phone number")]
    [InlineData("DateOnly?", "BirthDate", "a date of birth")]
    [InlineData("DateTime?", "DateOfBirth", "a date of birth")]
    [InlineData("string?", "DOB", "a date of birth")]
    [InlineData("string?", "SSN", "a national ID")]
    [InlineData("string?", "Personnummer", "a national ID")]
    [InlineData("string?", "NationalIdNumber", "a national ID")]
    [InlineData("string?", "CreditCardNumber", "a card number")]
    [InlineData("string?", "CardNo", null)]
    [InlineData("string?", "IBAN", "a bank account")]
    [InlineData("string?", "PassportNo", "a passport number")]
    [InlineData("string?", "LastName", "a name")]
    [InlineData("string?", "ClientIPAddress", "an IP address")]
    [InlineData("string?", "Mail", "an email address")]
    [InlineData("string?", "HomeCell", "a phone number")]
    [InlineData("string?", "CustomerFullName", "a name")]
    public Task Suggested_by_the_name(string type, string name, string? what) =>
        what is null
            ? Rule.IsQuiet(Declare($"[ProfileParameter] public {type} {name} {{ get; set; }}"))
            : Fires(what, $"[ProfileParameter] public {type} [|{name}|] {{ get; set; }}");

    [Theory]
    [InlineData("[ProfileParameter(\"contact.email\")] public string? [|Contact|] { get; set; }")]
    [InlineData("[ProfileParameter] public Reach? [|Me|] { get; set; }")]
    public Task Suggested_by_the_name_on_the_wire_and_in_nested_objects(string member) =>
        Fires("an email address", member);

    [Fact]
    public Task Suggested_by_the_name_of_the_key() =>
        Rule.Fires(
            "PRF027",
            "'P.Email' looks like an email address",
            "[Profile] public partial class P { [ProfileKey(ProfileKeyKind.ThirdPartyId)] public string [|Email|] = \"\"; [ProfileParameter] public int? A; }"
        );

    [Theory]
    [InlineData("[ProfileParameter] public bool? Email { get; set; }")]
    [InlineData("[ProfileParameter] public DateTime? LastEmail { get; set; }")]
    [InlineData("[ProfileParameter] public string? EmailDomain { get; set; }")]
    [InlineData("[ProfileParameter] public int? EmailsOpened { get; set; }")]
    [InlineData("[ProfileParameter] public int? CreditCards { get; set; }")]
    [InlineData("[ProfileParameter] public int? NumberOfPhones { get; set; }")]
    [InlineData("[ProfileParameter] public string? StoreFullName { get; set; }")]
    [InlineData("[ProfileParameter] public string? MailChannel { get; set; }")]
    [InlineData("[ProfileParameter] public string? PhoneModel { get; set; }")]
    [InlineData("[ProfileParameter] public string? Female { get; set; }")]
    [InlineData("[ProfileParameter] public string? Microphones { get; set; }")]
    [InlineData("[ProfileParameter] public string? StubBorn2b { get; set; }")]
    [InlineData("[ProfileParameter] public DayOfWeek? Birthday { get; set; }")]
    [InlineData("[ProfileParameter(Hash = ProfileHash.Sha256Email)] public string? Email { get; set; }")]
    [InlineData("[ProfileParameter(IsPersonalData = true)] public string? Email { get; set; }")]
    [InlineData("public string? Email { get; set; } [ProfileParameter] public int? B { get; set; }")]
    public Task Not_suggested_or_confirmed(string member) => Rule.IsQuiet(Declare(member));

    [Theory]
    [InlineData("Hash = ProfileHash.Sha256Email")]
    [InlineData("IsPersonalData = true")]
    public Task Confirmed_on_the_key(string said) =>
        Rule.IsQuiet(
            $"[Profile] public partial class P {{ [ProfileKey(ProfileKeyKind.ThirdPartyId, {said})] public string Email = \"\"; [ProfileParameter] public int? A; }}"
        );

    private static Task Fires(string message, string member) => Rule.Fires("PRF027", message, Declare(member));

    private static string Declare(string member) =>
        $"[Profile] public partial class P {{ [ProfileKey(ProfileKeyKind.PcId)] public int Id {{ get; set; }} {member} }}"
        + " public class Reach { [ProfileParameter] public string? Email { get; set; } }";
}
