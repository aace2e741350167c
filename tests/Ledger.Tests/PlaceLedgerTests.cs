using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Ledger.Tests;

public sealed class PlaceLedgerTests
{
    static readonly BusinessPeriod Day = BusinessCalendar.Shanghai.Day(new(2025, 6, 1));

    static CancellationToken Token => TestContext.Current.CancellationToken;

    // The facility: 140 kW into it, 100 kW at the UPS output, for a day of 1 440 minutes.
    [Fact]
    public async Task Rooms_and_racks_share_the_overhead_by_their_it_energy_and_add_up_to_the_facility()
    {
        var province = new TrialProvince([.. Minutes("R01/A01", 500), .. Minutes("R01/A02", 250), .. Minutes("R02/B01", 250)]);

        var places = (await province.Ledger.PlacesAsync(TrialProvince.Nanjing, new(ReportSpan.Day, Day), Token))!;

        Assert.Equal((AllocationBasis.MeteredIt, 2_400_000L), (places.Basis, places.Base!.Value.WattHours));
        var (first, second) = (places.Rooms[0], places.Rooms[1]);
        Assert.Equal((1_080_000L, 432_000L), (first.It!.Value.WattHours, first.Overhead!.Value.WattHours));
        Assert.Equal((360_000L, 144_000L), (second.It!.Value.WattHours, second.Overhead!.Value.WattHours));
        Assert.Equal(1.4, first.Pue!.Value.Value, 9);
        Assert.Equal(["NJ-01/R01/A01", "NJ-01/R01/A02", "NJ-01/R02/B01"], places.Racks.Select(rack => rack.Rack!.Value.Value));
        Assert.Equal(
            places.Figure!.FacilityEnergy.WattHours,
            places.Rooms.Sum(room => room.Facility!.Value.WattHours) + places.Unallocated!.Value.WattHours);
    }

    [Fact]
    public async Task A_rack_that_was_read_for_half_the_day_says_so_and_one_that_was_never_read_is_unknown()
    {
        var province = new TrialProvince([.. Minutes("R01/A01", 500).Take(720)]);

        var places = (await province.Ledger.PlacesAsync(TrialProvince.Nanjing, new(ReportSpan.Day, Day), Token))!;

        Assert.Equal((0.5, 1), (places.Racks[0].Completeness.Value, places.Racks[0].RacksMetered));
        Assert.Equal((null, null, 0.0), (places.Racks[1].It, places.Racks[1].Overhead, places.Racks[1].Completeness.Value));
        Assert.Equal((0.25, 1, 2), (places.Rooms[0].Completeness.Value, places.Rooms[0].RacksMetered, places.Rooms[0].Racks));
        Assert.Null(places.Rooms[1].It);
        Assert.Null(places.Rooms[1].Pue);
    }

    [Fact]
    public async Task Racks_that_count_more_than_the_facilitys_own_meters_leave_its_energy_as_it_is()
    {
        var province = new TrialProvince([.. Minutes("R01/A01", 1_500), .. Minutes("R02/B01", 301)]);

        var places = (await province.Ledger.PlacesAsync(TrialProvince.Nanjing, new(ReportSpan.Day, Day), Token))!;

        Assert.Equal(AllocationBasis.SumOfRacks, places.Basis);
        Assert.Equal(Energy.Zero, places.Unallocated);
        Assert.Equal(140_000 * 24, places.Rooms.Sum(room => room.Facility!.Value.WattHours));
    }

    [Fact]
    public async Task Energy_of_estimated_minutes_is_told_apart()
    {
        var minutes = Minutes("R01/A01", 100).Select((row, index) => index < 360 ? row with { Quality = IntervalQuality.Estimated } : row);
        var province = new TrialProvince([.. minutes]);

        var places = (await province.Ledger.PlacesAsync(TrialProvince.Nanjing, new(ReportSpan.Day, Day), Token))!;

        Assert.Equal((0.25, 0.25), (places.Racks[0].EstimatedShare.Value, places.Rooms[0].EstimatedShare.Value));
    }

    [Fact]
    public async Task A_facility_without_rack_minutes_or_meters_spreads_nothing()
    {
        var province = new TrialProvince();

        var without = (await province.Ledger.PlacesAsync(TrialProvince.Nanjing, new(ReportSpan.Day, Day), Token))!;
        var unmetered = (await province.Ledger.PlacesAsync(TrialProvince.Yangzhou, new(ReportSpan.Day, Day), Token))!;

        Assert.Equal((AllocationBasis.None, null, null), (without.Basis, without.Base, without.Unallocated));
        Assert.Equal(3, without.Racks.Length);
        Assert.Equal((AllocationBasis.None, null), (unmetered.Basis, unmetered.Figure));
        Assert.Null(await province.Ledger.PlacesAsync(FacilityId.Parse("XX-99"), new(ReportSpan.Day, Day), Token));
    }

    static IEnumerable<RackMinute> Minutes(string rack, long wattHours) => Enumerable.Range(0, 1_440).Select(minute => new RackMinute(
        RackId.Parse($"NJ-01/{rack}"), Day.From.AddMinutes(minute), null, null, new Energy(wattHours), IntervalQuality.Measured));
}
