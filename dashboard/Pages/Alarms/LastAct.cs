using System.Globalization;
using DcOps.Domain.Alarms;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>What the reader did last, as long as it may be taken back: kept in a cookie so that the inbox can offer it.</summary>
/// <param name="Keys">As <see cref="KeyText"/> writes them.</param>
/// <param name="Name">Who did it.</param>
sealed record LastAct(AlarmDeed Deed, int Count, string Keys, string Name)
{
    const string Cookie = "dcops-last-act";

    /// <summary>Browsers keep about 4 KB in a cookie; a larger act is taken back on the page that did it.</summary>
    const int Most = 3_000;

    /// <summary>Null when there is none that may still be taken back.</summary>
    public static LastAct? Of(HttpContext? context, DateTimeOffset now) =>
        context?.Request.Cookies[Cookie] is { Length: > 0 } kept
        && Uri.UnescapeDataString(kept).Split('\n') is [var at, var deed, var count, var name, var keys]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && DateTimeOffset.FromUnixTimeSeconds(seconds) + AlarmBook.UndoWithin > now
        && Enum.TryParse<AlarmDeed>(deed, out var done) && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var many)
            ? new(done, many, keys, name)
            : null;

    public void Keep(HttpContext? context, DateTimeOffset now)
    {
        var text = Uri.EscapeDataString(string.Create(
            CultureInfo.InvariantCulture, $"{now.ToUnixTimeSeconds()}\n{Deed}\n{Count}\n{Name.ReplaceLineEndings(" ")}\n{Keys}"));
        if (text.Length > Most)
            return;
        context?.Response.Cookies.Append(
            Cookie, text, new CookieOptions { MaxAge = AlarmBook.UndoWithin, SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
    }

    public static void Forget(HttpContext? context) => context?.Response.Cookies.Delete(Cookie);
}
