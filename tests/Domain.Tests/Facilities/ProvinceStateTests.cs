using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Facilities;

public sealed class ProvinceStateTests
{
    static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    readonly ProvinceState _province = new(new Inventory(
        ProvinceId.Parse("JS"), new("江苏", "Jiangsu"), [], [FacilityOf("NJ-01"), FacilityOf("SZ-01"), FacilityOf("WX-01")]));

    [Fact]
    public void Sums_the_facilities_that_are_live()
    {
        _province.Report(Snapshot("NJ-01", totalMegawatts: 6, itMegawatts: 5, at: Now.AddSeconds(-60)));
        _province.Report(Snapshot("SZ-01", totalMegawatts: 1.5, itMegawatts: 1, at: Now));
        _province.Report(Snapshot("WX-01", totalMegawatts: 100, itMegawatts: 50, at: Now.AddSeconds(-61)));

        var snapshot = _province.Snapshot(Now);

        Assert.Equal((7.5, 6), (snapshot.TotalPower!.Value.Megawatts, snapshot.ItPower!.Value.Megawatts));
        Assert.Equal((3, 2, 3), (snapshot.FacilitiesTotal, snapshot.FacilitiesLive, snapshot.Facilities.Length));
        Assert.Equal((3, 2), (snapshot.RacksTotal, snapshot.RacksLive));
    }

    [Fact]
    public void Knows_no_power_when_no_facility_is_live()
    {
        _province.Report(Snapshot("NJ-01", 6, 5, Now.AddMinutes(-5)));

        Assert.Null(_province.Snapshot(Now).TotalPower);
        Assert.Null(_province.Snapshot(Now).ItPower);
    }

    [Fact]
    [Trait("Vector", "K25")]
    public void Rolls_pue_up_as_the_ratio_of_sums()
    {
        _province.Report(Snapshot("NJ-01", 6, 5, Now));
        _province.Report(Snapshot("SZ-01", 1.5, 1, Now));

        Assert.Equal(1.25, _province.Snapshot(Now).PueToday!.Value!.Value.Value, 12);
    }

    [Fact]
    public void Rolls_up_at_the_first_category_that_all_have()
    {
        _province.Report(Snapshot("NJ-01", 6, 5, Now, PueCategory.Category1, PueCategory.Category3));
        _province.Report(Snapshot("SZ-01", 1.5, 1, Now, PueCategory.Category2, PueCategory.Category3));
        Assert.Equal(PueCategory.Category3, _province.Snapshot(Now).PueToday!.Category);

        _province.Report(Snapshot("WX-01", 1.5, 1, Now, PueCategory.Category2));
        Assert.Null(_province.Snapshot(Now).PueToday);
    }

    [Fact]
    public void Leaves_yesterdays_figures_out_of_today()
    {
        _province.Report(Snapshot("NJ-01", 6, 5, Now.AddDays(-1)));

        Assert.Null(_province.Snapshot(Now).PueToday);
    }

    [Fact]
    public void Takes_a_snapshot_once_no_older_one_and_none_of_a_stranger()
    {
        var snapshot = Snapshot("NJ-01", 6, 5, Now);

        Assert.True(_province.Report(snapshot));
        Assert.False(_province.Report(snapshot));
        Assert.False(_province.Report(snapshot with { Version = snapshot.Version - 1 }));
        Assert.False(_province.Report(Snapshot("XX-01", 6, 5, Now)));
    }

    static FacilitySnapshot Snapshot(
        string id, double totalMegawatts, double itMegawatts, DateTimeOffset at, params PueCategory[] categories)
    {
        var (total, it) = (new Energy((long)(totalMegawatts * 1_000_000)), new Energy((long)(itMegawatts * 1_000_000)));
        return new(
            FacilityId.Parse(id), at.ToUnixTimeMilliseconds(), at, new Power(totalMegawatts * 1_000_000),
            new Power(itMegawatts * 1_000_000), null, null,
            [
                .. categories.DefaultIfEmpty(PueCategory.Category1).Select(category => new PueFigure(
                    total / it, category, at, at, total, it, new(1), new(0), EvidenceGrade.Compliance, 0)),
            ],
            total, it, 1, 1, 0, 0, 0, 0, null, null, []);
    }

    static Facility FacilityOf(string id)
    {
        var facility = FacilityId.Parse(id);
        var room = new RoomId(facility, "R01");
        return new(
            facility, CityCode.Parse("NJ"), new(id, id),
            [new(room, new(id, id), [new(new(room, "A01"), Power.FromKilowatts(8))])], [], null);
    }
}
