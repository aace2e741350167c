namespace DcOps.Dashboard.Layout;

public sealed partial class App
{
    string Theme => Http.HttpContext?.Request.Cookies[Preferences.ThemeCookie] is "light" or "dark"
        ? Http.HttpContext.Request.Cookies[Preferences.ThemeCookie]!
        : "system";
}
