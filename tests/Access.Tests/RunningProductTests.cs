using System.Net;
using System.Text.RegularExpressions;

namespace DcOps.Access.Tests;

/// <summary>The installed product, asked over HTTP as people and strangers ask it.</summary>
public sealed partial class RunningProductTests(RunningProduct product, ProductEndpoints endpoints) : IClassFixture<RunningProduct>, IClassFixture<ProductEndpoints>
{
    static readonly string[] Doors =
        ["/sign-in", "/setup", "/preferences", "/unavailable", "/healthz", "/readyz"];

    [Fact]
    public async Task The_set_up_code_makes_one_account_and_a_wrong_one_makes_none()
    {
        using var stranger = new Visitor(product.Address);

        Assert.Contains("The code is wrong or no longer good.", product.WrongCodeAnswer, StringComparison.Ordinal);
        Assert.Contains("The first account exists.", await stranger.PageAsync("/setup"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_gets_nothing_at_any_address()
    {
        using var stranger = new Visitor(product.Address);
        var leaks = new List<string>();
        foreach (var path in endpoints.Patterns.Where(pattern => !Doors.Contains(pattern) && !pattern.StartsWith("/_", StringComparison.Ordinal)).Select(pattern => Filled(pattern, "NJ")))
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                if (await stranger.StatusAsync(method, path) is var status and not (HttpStatusCode.Unauthorized or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed))
                    leaks.Add($"{method} {path}: {status}");
            }
        }

        Assert.Empty(leaks);
        Assert.Equal("", await stranger.PageAsync("/readyz"));
    }

    [Fact]
    public async Task Who_holds_one_facility_gets_that_and_nothing_of_the_rest()
    {
        using var holder = await product.VisitorAsync("holder", "operator", "facility:NJ-01");
        var leaks = new List<string>();
        string[] own = ["/account", .. Doors];
        foreach (var pattern in endpoints.Patterns.Where(pattern => !own.Contains(pattern) && !pattern.StartsWith("/_", StringComparison.Ordinal) && !pattern.StartsWith("/{*", StringComparison.Ordinal)))
        {
            if (await holder.StatusAsync(HttpMethod.Get, Filled(pattern, "SZ")) is var status
                and not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)
                && pattern != "/")
                leaks.Add($"{pattern}: {status}");
        }

        Assert.Empty(leaks);
        Assert.Equal(HttpStatusCode.Redirect, await holder.StatusAsync(HttpMethod.Get, "/"));
        var page = await holder.PageAsync("/dc/NJ-01");
        Assert.Contains(">holder<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-alarms", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_an_account_for_the_right_one_too()
    {
        using var visitor = await product.VisitorAsync("forgetful", "operator", "province");
        using var other = new Visitor(product.Address);
        for (var attempt = 0; attempt < 4; attempt++)
            Assert.Contains("is wrong", (await other.SignInAsync("forgetful", "Wrong-Horse-123")).Text, StringComparison.Ordinal);
        await other.SignInAsync("forgetful", "Wrong-Horse-123");

        Assert.Contains("Too many attempts", (await other.SignInAsync("forgetful", RunningProduct.Password)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_and_a_recovery_code_is_good_once()
    {
        using var visitor = await product.VisitorAsync("careful", "operator", "province");
        var account = await visitor.PageAsync("/account");
        var key = Key().Match(account).Value;
        var (_, wrong) = await visitor.SendAsync("/account", "factor", ("Factor.Code", "000000x"));
        var (_, enabled) = await visitor.SendAsync("/account", "factor", ("Factor.Code", TimeCode.Of(key, TimeProvider.System.GetUtcNow())));
        var codes = RecoveryCode().Matches(enabled).Select(match => match.Groups[1].Value).ToList();

        Assert.Contains("The code is wrong", wrong, StringComparison.Ordinal);
        Assert.Equal(10, codes.Count);
        Assert.Equal(HttpStatusCode.OK, await InAsync("no-such-code"));
        Assert.Equal(HttpStatusCode.Redirect, await InAsync(TimeCode.Of(key, TimeProvider.System.GetUtcNow())));
        Assert.Equal(HttpStatusCode.Redirect, await InAsync(codes[0]));
        Assert.Equal(HttpStatusCode.OK, await InAsync(codes[0]));
    }

    [Fact]
    public async Task Locking_an_account_ends_its_sessions_at_once()
    {
        using var visitor = await product.VisitorAsync("leaver", "operator", "province");
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(HttpMethod.Get, "/account"));

        await product.Security.SendAsync("/accounts", "account", ("Entry.Deed", "Lock"), ("Entry.Person", "leaver"));

        Assert.Equal(HttpStatusCode.Unauthorized, await visitor.StatusAsync(HttpMethod.Get, "/account"));
        Assert.Contains("Too many attempts", (await visitor.SignInAsync("leaver", RunningProduct.Password)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_only_security_administrator_cannot_be_locked_or_hold_the_audit_too()
    {

        var (_, locked) = await product.Security.SendAsync("/accounts", "account", ("Entry.Deed", "Lock"), ("Entry.Person", RunningProduct.First));
        var (_, both) = await product.Security.SendAsync(
            "/accounts", "account", ("Entry.Deed", "Add"), ("Entry.Person", RunningProduct.First), ("Entry.Role", "audit-administrator"), ("Entry.Scope", "province"));

        Assert.Contains("Nobody would be left to give grants", locked, StringComparison.Ordinal);
        Assert.Contains("are different persons", both, StringComparison.Ordinal);
    }

    async Task<HttpStatusCode> InAsync(string code)
    {
        using var visitor = new Visitor(product.Address);
        var (_, second) = await visitor.SignInAsync("careful", RunningProduct.Password);
        return (await visitor.SendFromAsync(second, "/sign-in", "second", ("Second.Code", code))).Status;
    }

    static string Filled(string pattern, string place) => Parameter().Replace(pattern, match => match.Groups["name"].Value.ToUpperInvariant() switch
    {
        "CODE" => place,
        "ID" or "FACILITYCODE" or "FACILITY" => $"{place}-01",
        "PATH" => $"facility/{place}-01",
        "ROOMCODE" => "R01",
        "RACKCODE" => "A01",
        _ => "any",
    });

    [GeneratedRegex(@"\{\**(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"(?<=<code>)[A-Z2-7]{32}(?=</code>)")]
    private static partial Regex Key();

    [GeneratedRegex(@"<li><code>([^<]+)</code></li>")]
    private static partial Regex RecoveryCode();
}
