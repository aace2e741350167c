using DcOps.Contracts.Access;
using DcOps.Domain.Access;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcOps.Access.Gate;

/// <summary>
/// Every request passes here before anything answers it, and the table alone decides: nobody gets past without a session, and
/// nobody gets what no grant covers. A refusal says the same whether the thing exists or not.
/// </summary>
sealed class AccessGate(RequestDelegate next, Inventory inventory)
{
    const string Refusal = "403\n这超出您的权限范围。\nThis is beyond what you may see or do.\n";

    public async Task InvokeAsync(HttpContext context, IAccounts accounts)
    {
        var rule = context.GetEndpoint() is RouteEndpoint endpoint ? AccessTable.Find(endpoint.RoutePattern.RawText ?? "") : null;
        var isChange = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);
        if (isChange && IsFromElsewhere(context.Request))
            await RefuseAsync(context);
        else if (rule?.Reach == Reach.Anyone)
            await next(StateAlone(context));
        else if (context.User.SignedName() is null)
            await InviteAsync(context, await accounts.IsSetUpAsync(context.RequestAborted));
        else if (rule is not null && IsPermitted(context, rule, isChange))
            await next(context);
        else if (context.Request.Path == "/" && FirstPlace(context) is { } own)
            context.Response.Redirect(own);
        else
            await RefuseAsync(context);
    }

    bool IsPermitted(HttpContext context, AccessRule rule, bool isChange)
    {
        var place = NamedPlace.Of(context.Request, inventory);
        return rule.Permits(context.User.Grants(), isChange, place.City, place.Facility);
    }

    // Whoever probes is told yes or no; how much there is to be ready is for those who are known.
    static HttpContext StateAlone(HttpContext context)
    {
        if (context.Request.Path == "/readyz" && context.User.SignedName() is null)
            context.Response.Body = Stream.Null;
        return context;
    }

    // A form of another origin: browsers say so, and cookies that came along do not count.
    static bool IsFromElsewhere(HttpRequest request) =>
        request.Headers.Origin is [{ Length: > 0 } origin]
        && !(Uri.TryCreate(origin, UriKind.Absolute, out var sender) && string.Equals(sender.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));

    static string? FirstPlace(HttpContext context) => context.User.Grants()
        .OrderBy(grant => grant.Scope.Kind)
        .Select(grant => (grant.Role, grant.Scope.Kind) switch
        {
            (AccessRole.SecurityAdministrator, _) => "/accounts",
            (AccessRole.SystemAdministrator, _) => "/collectors",
            (_, ScopeKind.City) => $"/city/{grant.Scope.Code}",
            (AccessRole.Operator or AccessRole.Regulator or AccessRole.Administrator, ScopeKind.Facility) => $"/dc/{grant.Scope.Code}",
            _ => "/account",
        })
        .DefaultIfEmpty("/account").First();

    static Task InviteAsync(HttpContext context, bool isSetUp)
    {
        context.Response.Headers.CacheControl = "no-store";
        var isPage = HttpMethods.IsGet(context.Request.Method)
            && context.Request.Headers.Accept.Any(accepted => accepted?.Contains("text/html", StringComparison.Ordinal) == true);
        if (isPage)
            context.Response.Redirect(isSetUp ? $"/sign-in?back={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}" : "/setup");
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(Refusal, context.RequestAborted);
    }
}
