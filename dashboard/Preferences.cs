using DcOps.Dashboard.Localization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;

namespace DcOps.Dashboard;

/// <summary>What belongs to the reader and not to the address: language and theme, kept in cookies for a year.</summary>
static class Preferences
{
    public const string LanguageCookie = "dcops-language";
    public const string ThemeCookie = "dcops-theme";

    static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static void MapPreferences(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/preferences", Set);

    static Results<LocalRedirect, BadRequest<string>> Set(HttpContext context, string? language, string? theme, string? back)
    {
        if (language is not null && Languages.All.Contains(language))
            Keep(context, LanguageCookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)));
        else if (theme is "light" or "dark" or "system")
            Keep(context, ThemeCookie, theme);
        else
            return TypedResults.BadRequest("language is zh-CN or en; theme is light, dark or system");

        return new LocalRedirect(back);
    }

    static void Keep(HttpContext context, string name, string value) => context.Response.Cookies.Append(
        name, value, new CookieOptions { MaxAge = Kept, SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
}
