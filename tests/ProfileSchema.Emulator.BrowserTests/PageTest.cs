using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace ProfileSchema.Emulator.BrowserTests;

/// <summary>An emulator and a browser window in front of it. Whatever the page complains of or asks elsewhere fails the test.</summary>
public abstract class PageTest(Browser browser) : IAsyncLifetime
{
    protected const string Code = "acme";

    private readonly HttpClient _http = new();
    private readonly List<string> _complaints = [];
    private TargetEmulator? _emulator;
    private IBrowserContext? _window;
    private IPage? _page;
    private bool _isAnswerExpected = true;

    /// <summary>The emulator's clock. The browser has its own, so the page moves on by itself.</summary>
    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero));

    protected TargetEmulator Emulator => _emulator ?? throw new InvalidOperationException("It is started first.");

    protected IPage Page => _page ?? throw new InvalidOperationException("Open a window first.");

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected virtual TargetEmulatorOptions Options => new() { TimeProvider = Clock };

    public async ValueTask InitializeAsync() => _emulator = await TargetEmulator.StartAsync(Options, Cancel);

    public async ValueTask DisposeAsync()
    {
        if (_window is not null)
        {
            await _window.DisposeAsync();
        }

        _http.Dispose();
        await Emulator.DisposeAsync();
        Assert.Empty(_complaints);
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens a view of the page.</summary>
    /// <param name="view">Its address, without the leading slash.</param>
    /// <param name="width">The width of the window in pixels.</param>
    /// <param name="isDark">Whether the system is set to dark.</param>
    /// <param name="hasScript">Whether scripts run.</param>
    protected async Task OpenAsync(string view = "", int width = 1280, bool isDark = false, bool hasScript = true)
    {
        if (_window is not null)
        {
            await _window.DisposeAsync();
        }

        _window = await browser.OpenAsync(
            new BrowserNewContextOptions
            {
                ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                ReducedMotion = ReducedMotion.Reduce,
                JavaScriptEnabled = hasScript,
                DeviceScaleFactor = 1,
            }
        );
        _page = await _window.NewPageAsync();
        _page.Console += (_, message) => Complain(message.Type == "error" && !IsExpected(message.Text), message.Text);
        _page.PageError += (_, error) => Complain(isComplaint: true, error);
        _page.Dialog += (_, dialog) => Complain(isComplaint: true, $"A dialog: {dialog.Message}");
        _page.Request += (_, request) =>
            Complain(!request.Url.StartsWith($"{Emulator.BaseAddress}", StringComparison.Ordinal), request.Url);
        await _page.GotoAsync($"{Emulator.BaseAddress}{view}");
    }

    protected Task<string> PostBatchAsync(string file, string version = "v2/", string code = Code) =>
        PostAsync($"m2/{code}/{version}profile/batchUpdate", file);

    protected Task<string> UpdateAsync(string form, string code = Code) => PostAsync($"m2/{code}/profile/update", form);

    protected async Task<HttpStatusCode> GetAsync(string address)
    {
        using HttpResponseMessage response = await _http.GetAsync(new Uri(Emulator.BaseAddress, address), Cancel);
        return response.StatusCode;
    }

    private async Task<string> PostAsync(string address, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        using HttpResponseMessage response = await _http.PostAsync(
            new Uri(Emulator.BaseAddress, address),
            content,
            Cancel
        );
        return await response.Content.ReadAsStringAsync(Cancel);
    }

    /// <summary>From here on the page may complain that nobody answers, for the test gives it reason.</summary>
    protected void ExpectNoAnswer() => _isAnswerExpected = false;

    /// <summary>Nothing reaches beyond the window to the right.</summary>
    protected async Task AssertNoOverflowAsync()
    {
        string[] beyond = await Page.EvaluateAsync<string[]>(
            """
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
              [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                .map(e => e.tagName + '.' + e.className)
            """
        );
        Assert.Empty(beyond);
    }

    /// <summary>The browser logs every status that is an error, also where the view says so itself.</summary>
    private bool IsExpected(string message) =>
        message.Contains("the server responded with a status of 404", StringComparison.Ordinal)
        || (!_isAnswerExpected && message.Contains("ERR_CONNECTION_REFUSED", StringComparison.Ordinal));

    private void Complain(bool isComplaint, string text)
    {
        if (isComplaint)
        {
            lock (_complaints)
            {
                _complaints.Add(text);
            }
        }
    }
}
