using Microsoft.Playwright;
using ProfileSchema.Emulator.BrowserTests;

[assembly: AssemblyFixture(typeof(Browser))]

namespace ProfileSchema.Emulator.BrowserTests;

/// <summary>The Chromium of this machine, started once for all tests. None is ever downloaded.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Where Chromium is, if it is not where a package puts it.</summary>
    private const string PathVariable = "PROFILESCHEMA_CHROMIUM";

    /// <summary>Set where the tests must run: a missing browser is a failure then.</summary>
    private const string RequiredVariable = "PROFILESCHEMA_BROWSER_REQUIRED";

    /// <summary>How long a machine that is busy may take to show what is expected.</summary>
    private const float ExpectTimeoutMilliseconds = 30_000;

    private static readonly string[] UsualPaths =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        string? path = Environment.GetEnvironmentVariable(PathVariable) ?? Array.Find(UsualPaths, File.Exists);
        if (path is null)
        {
            return;
        }

        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(ExpectTimeoutMilliseconds);

        // Root in a container has no sandbox; the pages are our own.
        string[] arguments = Environment.UserName == "root" ? ["--no-sandbox"] : [];
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Args = [.. arguments, "--font-render-hinting=none", "--disable-lcd-text"],
            }
        );
    }

    /// <summary>A window of its own; without a browser the test is skipped, or fails where it must run.</summary>
    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options)
    {
        if (_browser is null)
        {
            const string Reason = $"There is no Chromium here. Install it, or say in {PathVariable} where it is.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable(RequiredVariable) == "1", Reason);
            Assert.Fail(Reason);
        }

        return await _browser.NewContextAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
