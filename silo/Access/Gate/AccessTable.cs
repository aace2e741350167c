using DcOps.Contracts.Collectors;
using DcOps.Contracts.Wire;
using DcOps.Domain.Access;

namespace DcOps.Access.Gate;

/// <summary>
/// Who may what, for every address of the product: the one place. A pattern is written as its endpoint writes it, in small
/// letters; with <c>/**</c> it stands for all below it. An address that is not here is refused to everybody.
/// </summary>
static class AccessTable
{
    static readonly ImmutableArray<AccessRole> Plant = [AccessRole.Operator, AccessRole.Regulator, AccessRole.Administrator];
    static readonly ImmutableArray<AccessRole> Business = [.. Plant, AccessRole.Scheduler];
    static readonly ImmutableArray<AccessRole> Operators = [AccessRole.Operator, AccessRole.Administrator];
    static readonly ImmutableArray<AccessRole> Regulators = [AccessRole.Regulator, AccessRole.Administrator];
    static readonly ImmutableArray<AccessRole> Schedulers = [AccessRole.Scheduler, AccessRole.Administrator];
    static readonly ImmutableArray<AccessRole> Machine = [AccessRole.SystemAdministrator];

    static readonly AccessRule Open = new(Reach.Anyone, DataClass.Public, [], []);
    static readonly AccessRule Own = new(Reach.Person, DataClass.Public, [], []);
    static readonly AccessRule Accounts = new(Reach.Province, DataClass.Public, [AccessRole.SecurityAdministrator], [AccessRole.SecurityAdministrator]);
    static readonly AccessRule Running = new(Reach.Province, DataClass.Shared, Machine, Machine);
    static readonly AccessRule Scraped = Running with { Readers = [.. Machine, AccessRole.Administrator] };
    static readonly AccessRule Overview = new(Reach.Province, DataClass.Shared, Business, []);
    static readonly AccessRule Site = new(Reach.Facility, DataClass.Restricted, Plant, Operators);
    static readonly AccessRule Ledger = new(Reach.Province, DataClass.Restricted, Plant, Regulators);
    static readonly AccessRule SiteLedger = Ledger with { Reach = Reach.Facility };
    static readonly AccessRule Corrected = Ledger with { Changers = Plant };
    static readonly AccessRule Alarms = new(Reach.Province, DataClass.Restricted, Plant, Operators);
    static readonly AccessRule Schedule = new(Reach.Province, DataClass.Shared, Business, Schedulers);

    /// <summary>Patterns and their rules.</summary>
    public static readonly ImmutableArray<(string Pattern, AccessRule Rule)> Rows =
    [
        ("sign-in", Open), ("setup", Open), ("preferences", Open), ("unavailable", Open), ("healthz", Open), ("readyz", Open),
        ("_content/**", Open), ("_framework/**", Open), (Address(DeliveryCodec.Path), Open), (Address(CollectorReportJson.Path), Open),
        (Address(SiteConfigurationJson.Path), Open),
        ("account", Own), ("{*path:nonfile}", Own), ("{**path:file}", Own),
        ("accounts", Accounts),
        ("orleans", Running), ("orleans/**", Running), ("backup", Running), ("metrics", Scraped), ("metrics/**", Scraped),
        ("collectors", Scraped),
        ("", Overview), ("city/{code}", Overview with { Reach = Reach.City }),
        ("dc/{id}", Site), ("dc/{id}/flow", Site with { Changers = [] }), ("dc/{id}/chain", Site with { Changers = [] }),
        ("dc/{facilitycode}/r/{roomcode}", Site), ("dc/{facilitycode}/r/{roomcode}/{rackcode}", Site),
        ("live/{**path}", Site),
        ("pue", Ledger), ("pue.csv", Ledger), ("pue/**", Ledger), ("pue/{id}", SiteLedger), ("pue/{id}/**", SiteLedger),
        ("reports", Ledger), ("reports.csv", Ledger), ("reports/**", Ledger),
        ("corrections", Corrected), ("corrections.csv", Corrected), ("corrections/**", Corrected),
        ("quality", Ledger), ("quality.csv", Ledger), ("quality/**", Ledger),
        ("uploads", Ledger), ("uploads.csv", Ledger),
        ("low-efficiency", Ledger), ("low-efficiency.csv", Ledger), ("low-efficiency/**", Ledger),
        ("ledger/import/{kind}/{facility}", Ledger), ("ledger/close/{facility}", Ledger), ("ledger/meters", Ledger),
        ("alarms", Alarms), ("alarms.json", Alarms), ("alarms.csv", Alarms), ("alarms/**", Alarms),
        ("racks", Alarms with { Changers = [] }), ("racks/**", Alarms with { Changers = [] }),
        ("search", Alarms with { Changers = [] }),
        ("schedule", Schedule), ("schedule/**", Schedule),
    ];

    const string Below = "/**";

    static readonly Dictionary<string, AccessRule> Exact =
        Rows.Where(row => !row.Pattern.EndsWith(Below, StringComparison.Ordinal)).ToDictionary(row => row.Pattern, row => row.Rule, StringComparer.Ordinal);

    static readonly ImmutableArray<(string Pattern, AccessRule Rule)> Prefixes =
    [
        .. Rows.Where(row => row.Pattern.EndsWith(Below, StringComparison.Ordinal))
            .Select(row => (row.Pattern[..^2], row.Rule)).OrderByDescending(row => row.Item1.Length),
    ];

    /// <summary>Null when the pattern is not in the table.</summary>
    /// <param name="pattern">Of an endpoint, as in <c>/dc/{Id}</c>.</param>
    public static AccessRule? Find(string pattern)
    {
        var address = Address(pattern);
        return Exact.GetValueOrDefault(address)
            ?? Prefixes.FirstOrDefault(row => address.StartsWith(row.Pattern, StringComparison.Ordinal)).Rule;
    }

    static string Address(string pattern) => pattern.Trim('/').ToLowerInvariant();
}
