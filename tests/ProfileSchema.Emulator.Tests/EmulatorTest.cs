using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;

namespace ProfileSchema.Emulator.Tests;

/// <summary>Runs an emulator on a clock that the test moves, and sends it raw bytes: no client library is in between.</summary>
public abstract class EmulatorTest : IAsyncDisposable
{
    protected const string Code = "demo";
    protected const string FormType = "application/x-www-form-urlencoded";

    private static readonly UriCreationOptions AsWritten = new()
    {
        DangerousDisablePathAndQueryCanonicalization = true,
    };

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private TargetEmulator? _emulator;

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    protected TargetEmulator Emulator => _emulator ?? throw new InvalidOperationException("Start it first.");

    protected TargetAccount Account => Emulator.GetAccount(Code);

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected async Task StartAsync(Func<FakeTimeProvider, TargetEmulatorOptions>? configure = null) =>
        _emulator = await TargetEmulator.StartAsync(
            configure?.Invoke(Clock) ?? new TargetEmulatorOptions { TimeProvider = Clock },
            Cancel
        );

    protected Task<Answer> UpdateAsync(string form, string client = Code) =>
        SendAsync(HttpMethod.Post, $"m2/{client}/profile/update", Encoding.UTF8.GetBytes(form));

    protected Task<Answer> UpdateByGetAsync(string query) => GetAsync($"m2/{Code}/profile/update?{query}");

    protected Task<Answer> BatchAsync(string file, string version = "v2/", string type = FormType) =>
        SendAsync(HttpMethod.Post, $"m2/{Code}/{version}profile/batchUpdate", Encoding.UTF8.GetBytes(file), type);

    protected Task<Answer> BatchAsync(byte[] file) =>
        SendAsync(HttpMethod.Post, $"m2/{Code}/v2/profile/batchUpdate", file);

    protected Task<Answer> GetAsync(string target) => SendAsync(HttpMethod.Get, target);

    protected async Task<Answer> SendAsync(
        HttpMethod method,
        string target,
        byte[]? body = null,
        string type = FormType,
        Action<HttpRequestHeaders>? headers = null
    )
    {
        string url = target.StartsWith("http", StringComparison.Ordinal) ? target : Emulator.BaseAddress + target;
        Assert.True(Uri.TryCreate(url, AsWritten, out Uri? address));
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        headers?.Invoke(request.Headers);
        using HttpResponseMessage response = await _http.SendAsync(request, Cancel);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(Cancel))
        {
            Headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value)),
        };
    }

    protected StoredProfile Profile(string thirdPartyId)
    {
        StoredProfile? profile = Account.FindProfile(TargetId.ThirdPartyId(thirdPartyId));
        Assert.NotNull(profile);
        return profile;
    }

    protected IReadOnlyDictionary<string, string> Values(string thirdPartyId) =>
        Profile(thirdPartyId).Attributes.ToDictionary(pair => pair.Key, pair => pair.Value.Value);

    protected void AssertViolated(string clause, bool refused) =>
        Assert.Contains(Emulator.Violations, found => found.Rule == clause && found.Declined == refused);
}

/// <summary>A reply as a test looks at it.</summary>
public sealed record Answer(HttpStatusCode Status, string Body)
{
    /// <summary>The headers, which take no part in a comparison: they hold the date.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public bool Equals(Answer? other) => other is not null && Status == other.Status && Body == other.Body;

    public override int GetHashCode() => HashCode.Combine(Status, Body);

    /// <summary>Returns an element of the XML, after the documented flaw is repaired (BULK-4).</summary>
    public string Element(string name) =>
        XDocument.Parse(Body.Replace("&m2Node", "&amp;m2Node", StringComparison.Ordinal)).Root!.Element(name)!.Value;
}
