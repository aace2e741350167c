using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Pages.Evidence;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Tests.Evidence;

/// <summary>From a figure's tree down to readings.</summary>
public sealed class EvidencePartsTests
{
    static readonly FacilityId Site = FacilityId.Parse("NJ-01");
    static readonly BusinessPeriod Month = BusinessCalendar.Shanghai.Month(2026, 10);

    [Fact]
    public void A_meter_below_another_of_its_role_is_shown_but_not_counted_again()
    {
        var groups = LeafGroup.Of(Evidence(
            Leaf("utility-1", MeterRole.UtilityEntrance, 1_500), Leaf("ups-1", MeterRole.UpsOutput, 1_000),
            Leaf("ups-1a", MeterRole.UpsOutput, 400, parent: "ups-1"), Leaf("export-1", MeterRole.Export, 10)));

        var ups = groups.Single(group => group.Role == MeterRole.UpsOutput);

        Assert.Equal([("ups-1", 0, true), ("ups-1a", 1, false)], ups.Leaves.Select(leaf => (leaf.Leaf.Entry.Meter, leaf.Depth, leaf.Counts)));
        Assert.Equal(1_000, ups.Sum.WattHours);
        Assert.Equal([1, -1, 1], groups.Select(group => group.Sign));
    }

    [Fact]
    public void The_table_for_machines_has_a_line_for_every_meter()
    {
        var lines = LeafCsv.Of(Evidence(Leaf("utility-1", MeterRole.UtilityEntrance, 1_500), Leaf("@ups", MeterRole.UpsOutput, 1_000)))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(3, lines.Length);
        Assert.StartsWith("NJ-01,2026-10,ups-output,'@ups,yes,,,1000,0,", lines[2], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Equal(lines[0].Count(letter => letter == ','), line.Count(letter => letter == ',')));
    }

    [Fact]
    public void A_reading_is_plain_progress_unless_the_ledger_noted_something_else()
    {
        var at = Month.From;
        RegisterReading[] readings = [new(at, 100), new(at.AddMinutes(15), 160), new(at.AddMinutes(30), 9_000_000), new(at.AddMinutes(45), 3)];
        MeterEvent[] events =
            [new(at.AddMinutes(30), RegisterVerdict.Rejected, 9_000_000), new(at.AddMinutes(45), RegisterVerdict.ResetWithoutEvidence, 3)];

        var read = ReadRegister.Of(readings, events).ToList();

        Assert.Equal(
            [RegisterVerdict.Advanced, RegisterVerdict.Advanced, RegisterVerdict.Rejected, RegisterVerdict.ResetWithoutEvidence],
            read.Select(each => each.Verdict));
        Assert.Equal([null, 60, 8_999_840, -8_999_997], read.Select(each => each.Step));
    }

    [Theory]
    [InlineData("", null, "/pue/NJ-01/evidence/a%2Fb")]
    [InlineData("2026-10", "2026-10-03", "/pue/NJ-01/evidence/a%2Fb?period=2026-10&day=2026-10-03")]
    public void The_address_of_a_meter_holds_whatever_its_name_is(string period, string? day, string address) =>
        Assert.Equal(address, EvidenceAddress.Readings(Site, "a/b", period, day));

    static FacilityEvidence Evidence(params MeterEvidence[] leaves) => new(
        new(Site, CityCode.Parse("NJ"), new("站", "Site"), [], [], null), ReportPeriod.Of(PeriodKind.Month, Month), Month.To, [],
        [(Month, new(Site, [.. leaves.Select(leaf => leaf.Entry)]))], [.. leaves], [], [], null, null);

    static MeterEvidence Leaf(string meter, MeterRole role, long wattHours, string? parent = null) => new(
        new(
            Site, meter, role, MeterCarrier.Electricity, parent, null, null, 1_000, 1, null, 0.5, null, null, null, false, new(2025, 1, 1), null),
        null, null, new Energy(wattHours), Energy.Zero, [10, 0, 0, 0, 0], null, []);
}
