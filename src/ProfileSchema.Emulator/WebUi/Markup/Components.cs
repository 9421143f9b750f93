using System.Globalization;

namespace ProfileSchema.Emulator.WebUi.Markup;

/// <summary>The small pieces that every view is made of: badges, links, bars.</summary>
internal static class Components
{
    public static Html Good(string text) => Html.Of($"<span class=\"badge good\">{text}</span>");

    public static Html Bad(string text) => Html.Of($"<span class=\"badge bad\">{text}</span>");

    public static Html Warning(string text) => Html.Of($"<span class=\"badge warning\">{text}</span>");

    public static Html Plain(string text) => Html.Of($"<span class=\"badge\">{text}</span>");

    public static Html Muted(string text) => Html.Of($"<span class=\"muted\">{text}</span>");

    public static Html Number(long number) => Html.Of($"{number}");

    public static Html Link(string address, Html text) => Html.Of($"<a href=\"{address}\">{text}</a>");

    /// <summary>The call that did something: a link, or words where no call did.</summary>
    public static Html Call(long number) =>
        number == 0 ? Muted("no call") : Link(Addresses.Call(number), Html.Of($"Call {number}"));

    public static Html Client(string clientCode) =>
        Link(Addresses.Profiles(clientCode), Html.Of($"<bdi>{clientCode}</bdi>"));

    /// <summary>How many more there are than are shown, or nothing.</summary>
    public static Html More(int count) =>
        count > 0 ? Html.Of($"<span class=\"muted\">and {count} more</span>") : Html.Empty;

    /// <summary>A name with its value.</summary>
    public static Html Pair(Html name, Html value) =>
        Html.Of($"<span class=\"pair\"><span class=\"pair-name\">{name}</span> {value}</span>");

    /// <summary>A part of a limit, as a bar with its number in words.</summary>
    public static Html Meter(string label, long value, long limit)
    {
        string words = string.Create(CultureInfo.InvariantCulture, $"{value:N0} of {limit:N0}");
        string amount = value.ToString(CultureInfo.InvariantCulture);
        string max = Math.Max(limit, 1).ToString(CultureInfo.InvariantCulture);
        string high = (limit * 0.8).ToString(CultureInfo.InvariantCulture);
        return Html.Of(
            $"""
            <div class="use"><span class="use-label">{label}</span> <span class="use-number">{words}</span>
            <meter aria-label="{label}" min="0" max="{max}" low="{high}" high="{max}" optimum="0" value="{amount}">{words}</meter></div>
            """
        );
    }

    /// <summary>What to do where there is nothing to show yet.</summary>
    public static Html Nothing(string title, Html advice) =>
        Html.Of($"<div class=\"nothing\"><p class=\"nothing-title\">{title}</p>{advice}</div>");
}

/// <summary>Shows times in the time zone of this machine, which is that of the browser: the web UI is on loopback.</summary>
internal sealed class Timestamps(TimeProvider time)
{
    public Html Of(DateTimeOffset moment)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(moment, time.LocalTimeZone);
        string form = local.Date == time.GetLocalNow().Date ? "HH:mm:ss" : "yyyy-MM-dd HH:mm:ss";
        string shown = local.ToString(form, CultureInfo.InvariantCulture);
        string exact = local.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
        return Html.Of($"<time datetime=\"{exact}\" title=\"{exact}\">{shown}</time>");
    }
}
