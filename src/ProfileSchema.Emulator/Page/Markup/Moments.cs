using System.Globalization;

namespace ProfileSchema.Emulator;

/// <summary>Shows moments in the time of this machine, which is also that of whoever looks: the page is on loopback.</summary>
internal sealed class Moments(TimeProvider time)
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
