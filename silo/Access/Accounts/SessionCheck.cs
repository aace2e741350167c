using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DcOps.Access.Accounts;

/// <summary>
/// A session holds while its account's security stamp stands, and never longer than its limit. It is looked at with every
/// request: what was revoked is over at once. What a page's script asks for by itself does not keep a session alive.
/// </summary>
sealed class SessionCheck(TimeProvider time, TimeSpan limit)
{
    const string Since = "since";

    public Task BeginAsync(CookieSigningInContext context)
    {
        context.Properties.Items.TryAdd(Since, time.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (IsWithinLimit(context.Properties) && context.Principal is { } person && await StandsAsync(context, person))
            return;

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    public static Task RenewAsync(CookieSlidingExpirationContext context)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/live", StringComparison.Ordinal) || path.Value?.EndsWith(".json", StringComparison.Ordinal) == true)
            context.ShouldRenew = false;
        return Task.CompletedTask;
    }

    bool IsWithinLimit(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(Since, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && time.GetUtcNow().UtcTicks - ticks < limit.Ticks;

    static async Task<bool> StandsAsync(CookieValidatePrincipalContext context, ClaimsPrincipal person)
    {
        var users = context.HttpContext.RequestServices.GetRequiredService<UserManager<Account>>();
        return await users.GetUserAsync(person) is { } account
            && account.SecurityStamp is { } stamp
            && person.FindFirstValue(users.Options.ClaimsIdentity.SecurityStampClaimType) == stamp;
    }
}
