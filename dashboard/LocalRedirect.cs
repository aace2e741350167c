using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard;

/// <summary>Back to a page of ours; anything that is not a path of this origin leads to the start page.</summary>
sealed class LocalRedirect(string? path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Redirect(IsOurs(path) ? path! : "/");
        return Task.CompletedTask;
    }

    // "//host" and "/\host" are other origins to a browser.
    internal static bool IsOurs(string? path) => path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl);
}
