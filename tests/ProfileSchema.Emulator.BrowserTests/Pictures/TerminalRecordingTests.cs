namespace ProfileSchema.Emulator.BrowserTests;

/// <summary>Needs no browser, so that a run without one is skipped tests and no run without tests.</summary>
public sealed class TerminalRecordingTests
{
    private const string Received =
        "Script started [COMMAND]\n\e[?25l  \r\nm.csv \e[38;5;8m━━\e[0m 0%\r\n  \r\e[2A  \r\nm.csv, waits <1> \e[38;5;11m━\e[0m 50%\r\n"
        + "  \r\e[2K\e[1A\e[2K\e[?25h\e[33mwarning:\e[0m a & b\r\n\e[1mrows\e[0m 2\r\n\nScript done on a day\n";

    [Fact]
    public void The_last_frame_is_what_the_terminal_showed()
    {
        string frame = new TerminalRecording(Received).Frame(", waits ");
        Assert.Equal("m.csv, waits &lt;1&gt; <span class=\"c11\">━</span> 50%", frame);
    }

    [Fact]
    public void What_follows_the_bars_comes_without_them()
    {
        string lines = new TerminalRecording(Received).AfterBars();
        Assert.Equal(
            "<span class=\"c3\">warning:</span> a &amp; b\n<span style=\"font-weight: 700\">rows</span> 2",
            lines
        );
    }
}
