using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Pages.Compliance;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Tests.Compliance;

/// <summary>The list as its address asks for it.</summary>
public sealed class ComplianceListingTests
{
    static readonly ComplianceRow[] Rows =
    [
        SampleRows.Row(1, 1.30m, groups: ["dual-core"]), SampleRows.Row(2, 1.60m), SampleRows.Row(3, 1.70m, owner: "=cmd()"),
        SampleRows.Row(4, 1.49m, reach: 0.03m), SampleRows.Row(5, null), SampleRows.Row(6, 1.49m, english: "Harbour"),
    ];

    [Fact]
    public void Verdicts_come_worst_first_and_then_by_excess() => Assert.Equal(
        ["DZ-03", "CZ-02", "EZ-04", "GZ-06", "BZ-01", "FZ-05"], IdsOf(Of(new())));

    [Fact]
    public void Counts_are_of_the_scope_whatever_verdict_is_chosen()
    {
        var listing = Of(new(Verdict: ListedVerdict.Over));

        Assert.Equal(2, listing.Rows.Length);
        Assert.Equal([2, 1, 1, 1, 0, 1], Enum.GetValues<ListedVerdict>().Select(listing.CountOf));
    }

    [Theory]
    [InlineData("harb", "GZ-06")]
    [InlineData("数据中心2", "CZ-02")]
    [InlineData("bz-01", "BZ-01")]
    public void Text_finds_ids_and_names_of_both_languages(string text, string id) => Assert.Equal([id], IdsOf(Of(new(Text: text))));

    [Fact]
    public void A_group_and_a_city_narrow_the_list()
    {
        Assert.Equal(["BZ-01"], IdsOf(Of(new(Group: "dual-core"))));
        Assert.Equal(["DZ-03"], IdsOf(Of(new(City: "DZ"))));
    }

    [Fact]
    public void An_emptied_list_offers_what_each_filter_hides()
    {
        var listing = Of(new(City: "DZ", Verdict: ListedVerdict.Compliant));

        Assert.Empty(listing.Rows);
        Assert.Equal([("DZ", 1), ("Verdict", 1)], listing.Widenings().Select(each => (each.Filter, each.Rows)));
    }

    [Fact]
    public void A_page_beyond_the_last_shows_the_last()
    {
        var listing = Of(new(Page: 9), [.. Enumerable.Range(0, 60).Select(number => SampleRows.Row(number, 1.4m))]);

        Assert.Equal((2, 2, 10), (listing.Pages, listing.Page, listing.PageRows.Length));
    }

    [Fact]
    public void Rules_of_another_day_judge_the_same_figure()
    {
        var before = Of(new(RulesOn: new DateOnly(2022, 10, 31)));

        Assert.DoesNotContain(before.Rows.SelectMany(row => row.Compliance?.Verdicts ?? []), verdict => verdict.PackId == "gb-40879");
        Assert.Equal(1.7, before.Rows.Single(row => row.Row.Facility.Id == FacilityId.Parse("DZ-03")).Compliance!.Annual.Value!.Value.Value);
    }

    [Fact]
    public void The_export_holds_exactly_the_filtered_rows_with_units_snapshot_and_rule_versions()
    {
        var lines = ComplianceCsv.Of(Of(new(Verdict: ListedVerdict.Over))).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(3, lines.Length);
        Assert.Contains(",facility_energy_kwh,it_energy_kwh,", lines[0], StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.Contains("2026-11-12T02:00:00.0000000Z,gb-40879 2021.1;", line, StringComparison.Ordinal));
        Assert.Contains(",'=cmd(),", lines[1], StringComparison.Ordinal);
    }

    static ComplianceListing Of(ComplianceQuery query, ComplianceRow[]? rows = null) => ComplianceListing.Of(
        SampleRows.List(rows ?? Rows), query, SampleRows.Inventory(rows ?? Rows), RuleBook.Shipped, PowerRatios.None);

    static IEnumerable<string> IdsOf(ComplianceListing listing) => listing.Rows.Select(row => row.Row.Facility.Id.Value);
}
