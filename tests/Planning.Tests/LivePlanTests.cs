using DcOps.Contracts.Scheduling;
using DcOps.Domain.Scheduling.Live;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Release;
using DcOps.Domain.Scheduling.Tables;
using DcOps.Domain.Topology;
using DcOps.Simulator.Computing;
using DcOps.Simulator.Layout;
using DcOps.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Planning.Tests;

/// <summary>Plans over what is measured: limits, silence, the tick, and what runs where.</summary>
public sealed class LivePlanTests : IAsyncDisposable
{
    static readonly DateTimeOffset Start = new(2026, 3, 2, 2, 5, 0, TimeSpan.Zero);
    static readonly ProvincePlan Province = ProvinceGenerator.Generate(LayoutSize.Default, 7);
    static readonly ImmutableSortedDictionary<string, string> Tables = PlanTables.Write(ComputeOf.Make(Province, Start));

    readonly ScratchFolder _folder = new();
    readonly FakeTimeProvider _time = new(Start);
    readonly FakeTruth _truth = new();
    readonly List<PlanDesk> _desks = [];

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_simulated_province_is_planned_by_what_is_measured_and_the_plan_says_what_it_took()
    {
        foreach (var facility in Province.Facilities)
            _truth.Say(facility.Id, Start, 0.5 * facility.ItCapacity.Kilowatts, 0.7 * facility.ItCapacity.Kilowatts);
        var desk = await StartAsync();

        var open = await NewestAsync(desk, 1);

        Assert.True(open.Plan.Verdict.IsSound);
        Assert.NotEqual(0, open.Plan.Verdict.Bill.Served);
        Assert.Equal(Province.Facilities.Length, open.Truth.Length);
        Assert.All(open.Truth, note => Assert.Equal((TruthState.Live, BaseSource.MeasuredPeak, "ups"), (note.State, note.BaseFrom, note.BoundBy)));
        Assert.All(open.Plan.Input.Facilities, offer => Assert.Equal(0.7 * Capacity(offer.Id), offer.LimitKw.Min(), 6));
        Assert.All(open.Plan.Input.Facilities, offer => Assert.Equal(0.5 * Capacity(offer.Id), offer.BaseKw[0], 6));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(8)), open.Plan.Input.StartsAt);
    }

    [Fact]
    public async Task A_facility_that_goes_silent_mid_plan_keeps_what_runs_and_takes_nothing_new()
    {
        Say(Start);
        var desk = await StartAsync();
        var before = await NewestAsync(desk, 1);
        await ReleaseAsync(desk, before.Life.Id);
        var busiest = before.Plan.Placements.OfType<Placement>().GroupBy(placement => placement.Facility).MaxBy(group => group.Count())!.Key;
        var silent = before.Plan.Input.Facilities[busiest].Id;
        var standing = Jobs(before.Plan, silent);

        // Everybody else is measured again; this one is not.
        Say(Start.AddMinutes(16), but: silent);
        _time.Advance(TimeSpan.FromMinutes(16));
        var after = await NewestAsync(desk, 2);

        Assert.Equal(TruthState.Silent, after.Truth.Single(note => note.Facility == silent.Value).State);
        Assert.Equal(OfferStatus.Silent, after.Plan.Input.Facilities[busiest].Status);
        Assert.Subset(standing, Jobs(after.Plan, silent));
        Assert.True(after.Plan.Verdict.IsSound);
    }

    [Fact]
    public async Task A_plan_is_made_again_each_quarter_hour_by_itself_and_after_a_restart()
    {
        Say(Start);
        var desk = await StartAsync();
        await NewestAsync(desk, 1);
        _time.Advance(TimeSpan.FromMinutes(15));
        await NewestAsync(desk, 2);
        await StopAsync(desk);

        var again = await StartAsync();
        var open = await NewestAsync(again, 3);

        Assert.Equal(PlanSign.Product, open.Life.Signs[0].Author);
        Assert.Equal(["P-0003", "P-0002", "P-0001"], again.Plans().Select(life => life.Id));
        Assert.NotEmpty((await again.OpenAsync("P-0001", Token))!.Truth);
    }

    [Fact]
    public async Task What_a_released_plan_runs_at_a_facility_is_told_and_stays_put_in_the_next_plan()
    {
        Say(Start);
        var desk = await StartAsync();
        var before = await NewestAsync(desk, 1);
        Assert.Empty(desk.JobsAt(Province.Facilities[0].Id, null, Start, Start.AddDays(1)));
        await ReleaseAsync(desk, before.Life.Id);

        var told = Province.Facilities.SelectMany(facility => desk.JobsAt(facility.Id, null, DateTimeOffset.MinValue, DateTimeOffset.MaxValue)).ToList();
        Say(Start.AddMinutes(15));
        _time.Advance(TimeSpan.FromMinutes(15));
        var after = await NewestAsync(desk, 2);

        Assert.Equal(before.Plan.Verdict.Bill.Served, told.Count);
        Assert.All(told, job => Assert.True(job.Units > 0 && job.Kilowatts > 0 && job.To > job.From));
        var approved = after.Plan.Input.Workloads.Count(job => job.IsApproved);
        Assert.NotEqual(0, approved);
        Assert.True(after.Plan.Verdict.Bill.Moved <= 0.02 * approved, $"{after.Plan.Verdict.Bill.Moved} of {approved} approved jobs moved on a routine tick.");
    }

    [Fact]
    public async Task A_province_of_which_nothing_was_measured_yet_is_planned_again_within_a_minute()
    {
        foreach (var facility in Province.Facilities)
            _truth.Say(facility.Id, Start.AddDays(-1), 0.5 * facility.ItCapacity.Kilowatts, 0.9 * facility.ItCapacity.Kilowatts);
        var desk = await StartAsync();
        Assert.Equal(0, (await NewestAsync(desk, 1)).Plan.Verdict.Bill.Served);

        Say(Start.AddMinutes(1));
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.NotEqual(0, (await NewestAsync(desk, 2)).Plan.Verdict.Bill.Served);
    }

    [Fact]
    public async Task A_plan_that_nobody_released_is_forgotten_in_the_end_and_a_released_one_never()
    {
        Say(Start);
        var desk = await StartAsync(Options with { PlansKept = 1, ReplanEvery = TimeSpan.FromHours(3) });
        await ReleaseAsync(desk, (await NewestAsync(desk, 1)).Life.Id);
        for (var number = 2; number <= 4; number++)
        {
            // The plan before has expired by then.
            _time.Advance(TimeSpan.FromHours(3));
            await NewestAsync(desk, number);
        }

        Assert.Equal(["P-0004", "P-0001"], desk.Plans().Select(life => life.Id));
        Assert.NotNull(await desk.OpenAsync("P-0001", Token));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in _desks)
            await StopAsync(desk);
        _folder.Dispose();
    }

    static PlanDeskOptions Options => PlanDeskOptions.Usual with { Tables = Tables, ReplanEvery = TimeSpan.FromMinutes(15), JobsAreDaily = true };

    static double Capacity(FacilityId id) => Province.Facilities.Single(facility => facility.Id == id).ItCapacity.Kilowatts;

    static HashSet<string> Jobs(Domain.Scheduling.Planning.Plan plan, FacilityId facility) =>
    [
        .. plan.Input.Workloads.Where((_, job) => plan.Placements[job] is { } placement && plan.Input.Facilities[placement.Facility].Id == facility)
            .Select(job => job.Id),
    ];

    void Say(DateTimeOffset seen, FacilityId? but = null)
    {
        foreach (var facility in Province.Facilities.Where(facility => facility.Id != but))
            _truth.Say(facility.Id, seen, 0.5 * facility.ItCapacity.Kilowatts, 0.9 * facility.ItCapacity.Kilowatts);
    }

    async Task<PlanDesk> StartAsync(PlanDeskOptions? options = null)
    {
        var desk = new PlanDesk(new PlanFolder(_folder.Of(".")), options ?? Options, _time, NullLogger<PlanDesk>.Instance, _truth);
        _desks.Add(desk);
        await desk.StartAsync(Token);
        return desk;
    }

    static Task StopAsync(PlanDesk desk) => desk.StopAsync(CancellationToken.None);

    static async Task<OpenPlan> NewestAsync(PlanDesk desk, int number)
    {
        var id = $"P-{number:0000}";
        while (desk.State.Newest?.Id != id || desk.State.WorkingSince is not null)
        {
            Assert.True(desk.State.LastFault is null, desk.State.LastFault);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);
        }

        return (await desk.OpenAsync(id, Token))!;
    }

    static async Task ReleaseAsync(PlanDesk desk, string id)
    {
        foreach (var person in new[] { "Wang", "Zhao" })
        {
            if (desk.Plans().Single(life => life.Id == id).Stage != PlanStage.Approved)
                Assert.Equal(PlanRefusal.None, await desk.DoAsync(id, PlanDeed.Approve, person, null, Token));
        }

        Assert.Equal(PlanRefusal.None, await desk.DoAsync(id, PlanDeed.Release, "Li", null, Token));
    }
}
