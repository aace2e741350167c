using DcOps.Domain.Csv;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Racks;
using DcOps.Domain.Scheduling.Headroom;
using DcOps.Domain.Scheduling.Live;
using DcOps.Domain.Topology;
using DcOps.Grains.Planning;

namespace DcOps.Grains.Tests.Planning;

/// <summary>What the planner is told of a facility: peak, limit under N-1, silence.</summary>
public sealed class FacilityTruthsTests : IDisposable
{
    static readonly DateTimeOffset Now = Site.Start.AddHours(6);

    readonly EmptyHistory _history = new();
    readonly List<IDisposable> _open = [];

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_peak_of_the_last_day_is_held_against_the_chain_with_its_largest_unit_lost()
    {
        Add(Now.AddMinutes(-3), itKw: 400, totalKw: 600);
        Add(Now.AddMinutes(-2), itKw: 300, totalKw: 450);
        var truth = await ReadAsync(("ups-1", "ups", "600"), ("ups-2", "ups", "500"), ("transformer-1", "transformer", "2000"), ("transformer-2", "transformer", "2000"));

        // Of 600 and 500 kW the smaller is left; a transformer carries 2,000 kW of facility, 1,333 of IT; the design is 1,000.
        Assert.Equal((LimitKind.Ups, 500, 100), (truth.Headroom!.Binding, truth.Headroom.LimitKw, truth.Headroom.FreeKw));
        Assert.Equal(["ups-1"], truth.Headroom.LostUnits);
        Assert.Equal(Now.AddMinutes(-2), truth.LastSeen);
        Assert.Equal(400, Assert.Single(truth.Load).HighestKw);
        Assert.Empty(truth.Curves);
    }

    [Fact]
    public async Task A_class_with_a_unit_of_unknown_rating_sets_no_limit_and_the_design_power_does()
    {
        Add(Now.AddMinutes(-3), itKw: 400, totalKw: 600);
        var truth = await ReadAsync(("ups-1", "ups", "600"), ("ups-2", "ups", ""));

        Assert.Equal((LimitKind.Contract, 1_000), (truth.Headroom!.Binding, truth.Headroom.LimitKw));
    }

    [Fact]
    public async Task A_facility_that_was_never_measured_has_no_headroom_and_one_of_elsewhere_is_absent()
    {
        using var truths = new FacilityTruths(Site.Inventory, _history, DependencyGraph.Empty);
        var read = await truths.ReadAsync([Site.Facility, FacilityId.Parse("SZ-77")], Now, Token);

        var truth = Assert.Single(read).Value;
        Assert.Null(truth.Headroom);
        Assert.Null(truth.LastSeen);
    }

    [Fact]
    public async Task What_was_read_once_is_kept_and_grows_old_when_nothing_comes()
    {
        Add(Now.AddMinutes(-2), itKw: 400, totalKw: 600);
        using var truths = new FacilityTruths(Site.Inventory, _history, DependencyGraph.Empty);
        await truths.ReadAsync([Site.Facility], Now, Token);
        _history.FacilityMinutes.Clear();

        var later = (await truths.ReadAsync([Site.Facility], Now + LiveInput.SilentAfter, Token))[Site.Facility];

        Assert.Equal(Now.AddMinutes(-2), later.LastSeen);
        Assert.Equal(400, Assert.Single(later.Load).HighestKw);
    }

    public void Dispose() => _open.ForEach(each => each.Dispose());

    void Add(DateTimeOffset minute, double itKw, double totalKw) => _history.FacilityMinutes.Add(new(
        Site.Facility, minute, Rollup(totalKw), Rollup(itKw), null, 12, 4));

    static MinuteRollup Rollup(double kilowatts) => new(kilowatts * 1_000, kilowatts * 1_000, kilowatts * 1_000, kilowatts * 1_000);

    async Task<FacilityTruth> ReadAsync(params (string Id, string Class, string Kilowatts)[] equipment)
    {
        const string header = "facility,id,class,name,location,device,part,phase,powered-by,cooled-by,reports-through,rated-kilowatts,rated-amperes,derating";
        var chain = string.Join('\n', equipment.Select(each => $"NJ-01,{each.Id},{each.Class},,,,,,,,,{each.Kilowatts},,").Prepend(header)) + "\n";
        var faults = new List<CsvFault>();
        var truths = new FacilityTruths(Site.Inventory, _history, ChainImport.FromCsv("chain.csv", chain, faults)!);
        Assert.Empty(faults);
        _open.Add(truths);
        return (await truths.ReadAsync([Site.Facility], Now, Token))[Site.Facility];
    }
}
