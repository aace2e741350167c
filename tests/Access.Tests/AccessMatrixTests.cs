using System.Globalization;
using System.Security.Claims;
using System.Text;
using DcOps.Access.Gate;
using DcOps.Contracts.Access;
using DcOps.Domain.Access;
using DcOps.Domain.Telemetry;
using DcOps.Testing;

namespace DcOps.Access.Tests;

/// <summary>
/// Every address that the product maps, tried at the gate as nobody, as every role, and as people who hold one city or one facility.
/// Run with <c>DCOPS_WRITE_ACCESS_MATRIX=1</c> to write the reviewed matrix, and read the difference.
/// </summary>
public sealed class AccessMatrixTests(ProductEndpoints product) : IClassFixture<ProductEndpoints>
{
    const string Switch = "DCOPS_WRITE_ACCESS_MATRIX";

    static readonly string[] Holders =
        ["operator@facility:NJ-01", "regulator@facility:NJ-01", "administrator@city:NJ", "scheduler@city:NJ", "scheduler@facility:NJ-01"];

    // Open to nobody in particular, each for its reason: the door, liveness, what carries tokens of its own, what holds no figures.
    static readonly string[] Doors =
    [
        "/sign-in", "/setup", "/preferences", "/unavailable", "/healthz", "/readyz", "/ingest", "/collector-report", "/collector-configuration",
    ];

    static string Reviewed => RepositoryRoot.Of("tests", "Access.Tests", "AccessMatrix.txt");

    [Fact]
    public void Every_address_is_in_the_table()
    {
        Assert.Contains("/dc/{Id}", product.Patterns);
        Assert.Contains("/live/{**path}", product.Patterns);
        Assert.Contains("/metrics", product.Patterns);
        Assert.Empty(product.Patterns.Where(pattern => AccessTable.Find(pattern) is null));
    }

    [Fact]
    public void No_rule_shows_a_role_what_is_above_its_clearance() =>
        Assert.Empty(AccessTable.Rows.SelectMany(row => row.Rule.Readers.Concat(row.Rule.Changers)
            .Where(role => AccessRule.Clearance(role) < row.Rule.Class).Select(role => $"{row.Pattern}: {role}")));

    [Fact]
    public async Task Nobody_reaches_anything_but_the_doors()
    {
        var reached = await ReachedAsync(null, "NJ");

        var doors = AccessTable.Rows.Where(row => row.Rule.Reach == Reach.Anyone).Select(row => "/" + row.Pattern.Replace("**", "", StringComparison.Ordinal)).ToList();
        Assert.Empty(reached.Where(attempt => !doors.Any(door => attempt.Split(' ')[1] == door || (door.EndsWith('/') && attempt.Split(' ')[1].StartsWith(door, StringComparison.Ordinal)))));
        Assert.Equal(Doors.Length + 2, doors.Count);
    }

    [Fact]
    public async Task Who_holds_one_place_reaches_nothing_of_another()
    {
        foreach (var holder in Holders)
        {
            var elsewhere = await ReachedAsync(holder, "SZ");
            var nowhere = await ReachedAsync(holder, "XX");

            Assert.Empty(elsewhere.Where(attempt => RuleOf(attempt).Reach is not (Reach.Anyone or Reach.Person)));
            Assert.Equal(nowhere, elsewhere);
        }
    }

    [Fact]
    public async Task Who_holds_one_place_reaches_that_place_and_no_list_of_the_province()
    {
        var reached = await ReachedAsync("operator@facility:NJ-01", "NJ");

        Assert.Contains("GET /dc/{Id}", reached);
        Assert.Contains("GET /live/{**path}", reached);
        Assert.DoesNotContain("GET /", reached);
        Assert.DoesNotContain("GET /alarms/headline.json", reached);
        Assert.DoesNotContain("GET /city/{Code}", reached);
        Assert.Empty(reached.Where(attempt => RuleOf(attempt).Reach is Reach.Province or Reach.City));
        Assert.Contains("GET /city/{Code}", await ReachedAsync("scheduler@city:NJ", "NJ"));
    }

    [Fact]
    public async Task Every_role_reaches_what_was_reviewed()
    {
        var text = new StringBuilder();
        foreach (var role in Enum.GetValues<AccessRole>())
        {
            text.Append(KebabCase.Of(role)).Append('\n');
            foreach (var attempt in (await ReachedAsync($"{KebabCase.Of(role)}@province", "NJ")).Where(attempt => RuleOf(attempt).Reach != Reach.Anyone))
                text.Append("  ").Append(attempt).Append('\n');
        }

        if (Environment.GetEnvironmentVariable(Switch) == "1")
            await File.WriteAllTextAsync(Reviewed, text.ToString(), TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(Reviewed, TestContext.Current.CancellationToken), text.ToString());
    }

    [Fact]
    public async Task A_form_from_another_origin_is_refused_whoever_is_signed_in()
    {
        var endpoint = product.All.First(each => each.RoutePattern.RawText?.TrimStart('/') == "accounts");

        Assert.True(await PassesAsync(endpoint, "POST", "security-administrator@province", "NJ", "http://province.example"));
        Assert.False(await PassesAsync(endpoint, "POST", "security-administrator@province", "NJ", "https://elsewhere.example"));
        Assert.False(await PassesAsync(endpoint, "POST", "security-administrator@province", "NJ", "null"));
    }

    static AccessRule RuleOf(string attempt) => AccessTable.Find(attempt.Split(' ')[1])!;

    async Task<ImmutableArray<string>> ReachedAsync(string? grant, string place)
    {
        var reached = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in product.All)
        {
            foreach (var method in new[] { "GET", "POST" })
            {
                if (await PassesAsync(endpoint, method, grant, place))
                    reached.Add(string.Create(CultureInfo.InvariantCulture, $"{method} /{endpoint.RoutePattern.RawText?.TrimStart('/')}"));
            }
        }

        return [.. reached];
    }

    async Task<bool> PassesAsync(RouteEndpoint endpoint, string method, string? grant, string place, string? origin = null)
    {
        var hasPassed = false;
        var gate = new AccessGate(
            _ =>
            {
                hasPassed = true;
                return Task.CompletedTask;
            },
            product.Inventory);
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.Host = new("province.example");
        context.Request.Headers.Origin = origin;
        context.SetEndpoint(endpoint);
        foreach (var parameter in endpoint.RoutePattern.Parameters)
            context.Request.RouteValues[parameter.Name] = ValueOf(parameter.Name, place);
        if (grant is not null)
            context.User = new(new ClaimsIdentity([new(ClaimTypes.Name, "li"), new(AccessClaims.Grant, grant)], "test"));
        await gate.InvokeAsync(context, new NoAccounts());
        return hasPassed;
    }

    static string ValueOf(string parameter, string place) => parameter.ToUpperInvariant() switch
    {
        "CODE" => place,
        "ID" or "FACILITYCODE" or "FACILITY" => $"{place}-01",
        "PATH" => $"facility/{place}-01",
        _ => "any",
    };
}
