using System.Globalization;

namespace ProfileSchema.Client.Tests.Http;

public sealed class OptionsTests
{
    [Theory]
    [Trait("Clause", "ID-6")]
    [InlineData("acme", true)]
    [InlineData("A-1", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("-acme", false)]
    [InlineData("acme-", false)]
    [InlineData("acme.evil", false)]
    [InlineData("acme/..", false)]
    [InlineData("acme@evil", false)]
    [InlineData("äcme", false)]
    [InlineData("acme ", false)]
    public void A_client_code_is_the_label_of_a_host(string? code, bool isValid) =>
        AssertValid(new ProfileClientOptions { ClientCode = code! }, isValid, nameof(ProfileClientOptions.ClientCode));

    [Fact]
    [Trait("Clause", "ID-6")]
    public void A_client_code_has_at_most_63_characters()
    {
        AssertValid(new ProfileClientOptions { ClientCode = new('a', 63) }, true, "");
        AssertValid(
            new ProfileClientOptions { ClientCode = new('a', 64) },
            false,
            nameof(ProfileClientOptions.ClientCode)
        );
    }

    [Theory]
    [Trait("Clause", "AUTH-5")]
    [InlineData("https://target.example.com", true)]
    [InlineData("https://target.example.com:8443/", true)]
    [InlineData("http://127.0.0.1:5000", true)]
    [InlineData("http://[::1]:5000", true)]
    [InlineData("http://localhost", true)]
    [InlineData("http://LOCALHOST:5000", true)]
    [InlineData("http://localhost.example.com", false)]
    [InlineData("http://target.example.com", false)]
    [InlineData("http://127.0.0.1.example.com", false)]
    [InlineData("ftp://target.example.com", false)]
    [InlineData("https://user@target.example.com", false)]
    [InlineData("https://target.example.com/path", false)]
    [InlineData("https://target.example.com/?q", false)]
    [InlineData("/relative", false)]
    public void A_base_address_is_https_or_loopback(string address, bool isValid) =>
        AssertValid(
            new ProfileClientOptions
            {
                ClientCode = "acme",
                BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute),
            },
            isValid,
            nameof(ProfileClientOptions.BaseAddress)
        );

    [Theory]
    [InlineData("00:00:00.001", true)]
    [InlineData("1.00:00:00", true)]
    [InlineData("00:00:00", false)]
    [InlineData("-00:00:00.001", false)]
    [InlineData("1.00:00:00.001", false)]
    public void A_timeout_is_positive_and_a_day_at_most(string timeout, bool isValid) =>
        AssertValid(
            new ProfileClientOptions
            {
                ClientCode = "acme",
                RequestTimeout = TimeSpan.Parse(timeout, CultureInfo.InvariantCulture),
            },
            isValid,
            nameof(ProfileClientOptions.RequestTimeout)
        );

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("to ken")]
    [InlineData("token\n")]
    [InlineData("tökèn")]
    public void A_token_that_no_header_carries_is_refused_without_being_shown(string token)
    {
        var exception = Assert.ThrowsAny<ArgumentException>(() => ProfileTokenSource.Fixed(token));
        if (!string.IsNullOrWhiteSpace(token))
        {
            Assert.DoesNotContain(token, exception.Message, StringComparison.Ordinal);
        }
    }

    private static void AssertValid(ProfileClientOptions options, bool isValid, string setting)
    {
        if (isValid)
        {
            new ProfileClient(options).Dispose();
            return;
        }

        var exception = Assert.ThrowsAny<ArgumentException>(() => new ProfileClient(options));
        Assert.Contains($"ProfileClientOptions.{setting}", exception.Message, StringComparison.Ordinal);
    }
}
