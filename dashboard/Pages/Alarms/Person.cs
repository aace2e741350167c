using DcOps.Contracts.Access;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>Who is signed in; where nobody signs in, the name that somebody gave with the last act, which proves nothing.</summary>
static class Person
{
    const string Cookie = "dcops-person";

    static readonly TimeSpan Shift = TimeSpan.FromHours(12);

    /// <summary>Null where nobody gave one.</summary>
    public static string? Of(HttpContext? context) => context?.User.SignedName() ??
        (context?.Request.Cookies[Cookie] is { Length: > 0 } kept ? Uri.UnescapeDataString(kept) : null);

    public static void Keep(HttpContext? context, string name) => context?.Response.Cookies.Append(
        Cookie, Uri.EscapeDataString(name), new CookieOptions { MaxAge = Shift, SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
}
