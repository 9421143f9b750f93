using Microsoft.Playwright;

namespace ProfileSchema.Emulator.BrowserTests;

/// <summary>
/// Makes the picture of the tool's progress bar from what a terminal received (<c>script</c> writes it down); <c>eng/screenshots</c> runs it.
/// </summary>
public sealed class TerminalPictures(Browser browser)
{
    private static readonly string? Recording = Environment.GetEnvironmentVariable("PROFILESCHEMA_TERMINAL");

    /// <summary>The command that was recorded, as it was typed.</summary>
    private static readonly string? Command = Environment.GetEnvironmentVariable("PROFILESCHEMA_TERMINAL_COMMAND");

    [Fact(Explicit = true)]
    public async Task Take()
    {
        PictureFolder.SkipUnlessNamed();
        Assert.SkipWhen(Recording is null, "PROFILESCHEMA_TERMINAL names what the terminal received.");
        Assert.NotNull(Command);
        var recording = new TerminalRecording(
            await File.ReadAllTextAsync(Recording, TestContext.Current.CancellationToken)
        );
        await using IBrowserContext window = await browser.OpenAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 980, Height = 400 },
            }
        );
        IPage page = await window.NewPageAsync();
        await page.SetContentAsync(
            $$"""
            <!doctype html><meta charset="utf-8">
            <style>
              body { margin: 0; padding: 20px; background: #eef0f4; width: 940px; box-sizing: border-box; }
              pre { margin: 0 0 16px; padding: 34px 18px 16px; border-radius: 10px; background: #12151c; color: #e8eaf0;
                    font: 13px/1.45 "DejaVu Sans Mono", "Cascadia Mono", Menlo, monospace; position: relative; white-space: pre-wrap; }
              pre:last-child { margin: 0; }
              pre::before { content: "● ● ●"; position: absolute; top: 8px; left: 16px; color: #4a5263; letter-spacing: 2px; }
              .prompt { color: #7fdca4; } b { font-weight: 700; }
              .c8 { color: #5b6376; } .c10, .c2 { color: #7fdca4; } .c11, .c3 { color: #f5cb74; } .c12 { color: #9db2ff; } .c1, .c9 { color: #ffa3aa; }
            </style>
            <body><pre><span class="prompt">$</span> {{Command}}
            {{recording.Frame(", waits ")}}</pre><pre><span class="prompt">$</span> {{Command}}
            {{recording.AfterBars()}}</pre></body>
            """
        );
        await page.Locator("body")
            .ScreenshotAsync(new LocatorScreenshotOptions { Path = PictureFolder.PathOf("tool-send") });
    }
}
