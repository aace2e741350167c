using DcOps.Contracts.Scheduling;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Release;
using DcOps.Domain.Scheduling.Tables;
using DcOps.Simulator.Computing;
using DcOps.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Planning.Tests;

/// <summary>The desk over a folder: import, plans, deeds, questions, restart.</summary>
public sealed class PlanDeskTests : IAsyncDisposable
{
    static readonly ImmutableSortedDictionary<string, string> Tables =
        PlanTables.Write(ProvinceOf.Make(new(10, 40, 0.4, 3) { HasGridTerms = true }));

    readonly ScratchFolder _folder = new();
    readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 22, 0, 0, TimeSpan.Zero));
    readonly List<PlanDesk> _desks = [];

    [Fact]
    public async Task Tables_are_taken_a_plan_is_made_and_every_job_is_placed_or_has_its_reason()
    {
        var desk = await StartAsync();

        Assert.Empty(await desk.ImportAsync(Tables, "Li", Token));
        var open = await NewestAsync(desk, "P-0001");

        Assert.Equal(("Li", 40, 10), (desk.State.ImportedBy, desk.State.Jobs, desk.State.Facilities));
        Assert.True(open.Plan.Verdict.IsSound);
        Assert.Equal(PlanStage.Recommended, open.Life.Stage);
        Assert.Equal(open.Plan.Cost - open.Plan.Verdict.Bill.Unserved, open.Splits.Sum(split => split?.Billed ?? 0), 3);
        Assert.All(Enumerable.Range(0, 40), job => Assert.NotNull(open.ReasonOf(job).Dominant));
        Assert.Equal(4, open.Baselines.Length);
    }

    [Fact]
    public async Task Faulty_tables_change_nothing_and_an_unknown_one_is_named()
    {
        var desk = await StartAsync();
        Assert.Empty(await desk.ImportAsync(Tables, "Li", Token));
        await NewestAsync(desk, "P-0001");

        var faults = await desk.ImportAsync(
            new Dictionary<string, string> { [PlanTables.Jobs] = Tables[PlanTables.Jobs].Replace(",gpu,", ",tpu,", StringComparison.Ordinal) }, "Wang", Token);
        var unknown = await desk.ImportAsync(new Dictionary<string, string> { ["job.csv"] = "" }, "Wang", Token);

        Assert.NotEmpty(faults);
        Assert.All(faults, fault => Assert.Equal(("jobs.csv", "kind"), (fault.File, fault.Column)));
        Assert.Contains("is no table of a plan", Assert.Single(unknown).Reason, StringComparison.Ordinal);
        Assert.Equal("Li", desk.State.ImportedBy);
        Assert.Single(desk.Plans());
    }

    [Fact]
    public async Task One_table_alone_is_taken_over_those_there_are()
    {
        var desk = await StartAsync();
        Assert.Empty(await desk.ImportAsync(Tables, "Li", Token));
        await NewestAsync(desk, "P-0001");
        var fewer = string.Join('\n', Tables[PlanTables.Jobs].Split('\n').Take(11)) + "\n";

        Assert.Empty(await desk.ImportAsync(new Dictionary<string, string> { [PlanTables.Jobs] = fewer }, "Wang", Token));

        Assert.Equal(10, (await NewestAsync(desk, "P-0002")).Plan.Placements.Length);
        Assert.Equal(40, (await desk.OpenAsync("P-0001", Token))!.Plan.Placements.Length);
    }

    [Fact]
    public async Task A_release_replaces_the_plan_that_was_in_force_and_all_of_it_survives_a_restart()
    {
        var desk = await StartAsync();
        Assert.Empty(await desk.ImportAsync(Tables, "Li", Token));
        await NewestAsync(desk, "P-0001");
        Assert.Equal(PlanRefusal.NotApproved, await desk.DoAsync("P-0001", PlanDeed.Release, "Li", null, Token));
        await ReleaseAsync(desk, "P-0001");
        Assert.True(desk.Make("Li"));
        var made = await NewestAsync(desk, "P-0002");
        await ReleaseAsync(desk, "P-0002");
        await StopAsync(desk);

        var again = await StartAsync();
        var opened = (await again.OpenAsync("P-0002", Token))!;

        Assert.Equal(["P-0002", "P-0001"], again.Plans().Select(life => life.Id));
        Assert.Equal([PlanStage.Released, PlanStage.Replaced], again.Plans().Select(life => life.Stage));
        Assert.Equal("P-0002", again.State.InForce!.Id);
        Assert.Equal(made.Plan.Placements, opened.Plan.Placements);
        Assert.Equal(made.Plan.Cost, opened.Plan.Cost, 6);
        Assert.True(opened.Plan.LowerBound <= opened.Plan.Cost);
        Assert.Equal("Li", opened.Life.Signs[^1].Author);
    }

    [Fact]
    public async Task Two_releases_at_once_leave_one_plan_in_force()
    {
        var desk = await StartAsync();
        Assert.Empty(await desk.ImportAsync(Tables, "Li", Token));
        await NewestAsync(desk, "P-0001");
        Assert.True(desk.Make("Li"));
        await NewestAsync(desk, "P-0002");

        await Task.WhenAll(Task.Run(() => ReleaseAsync(desk, "P-0001"), Token), Task.Run(() => ReleaseAsync(desk, "P-0002"), Token));

        Assert.Single(desk.Plans(), life => life.Stage == PlanStage.Released);
    }

    [Fact]
    public async Task A_question_is_answered_by_planning_again_and_changes_nothing()
    {
        var desk = await StartAsync();
        Assert.Empty(await desk.ImportAsync(Tables, "Li", Token));
        var open = await NewestAsync(desk, "P-0001");
        var largest = open.Plan.Input.Facilities[0].Id.Value;

        var closing = await desk.AskAsync("P-0001", new PlanQuestion.Closing(largest), Token);
        var more = await desk.AskAsync("P-0001", new PlanQuestion.MoreUnits(PoolKind.Gpu, 0.05), Token);

        Assert.True(closing!.MoreUnserved > 0 || closing.MoreCny > 0, "Closing the largest site costs something.");
        Assert.NotNull(more!.PromisedCny);
        Assert.Null(await desk.AskAsync("P-0009", new PlanQuestion.Closing(largest), Token));
        await Assert.ThrowsAsync<ArgumentException>(() => desk.AskAsync("P-0001", new PlanQuestion.Closing("XX-99"), Token));
        Assert.Equal(open.Plan.Placements, (await desk.OpenAsync("P-0001", Token))!.Plan.Placements);
    }

    [Fact]
    public async Task Tables_of_the_configuration_are_taken_once_and_a_restart_makes_no_other_plan()
    {
        var options = PlanDeskOptions.Usual with { Tables = Tables };
        var desk = await StartAsync(options);
        await NewestAsync(desk, "P-0001");
        await StopAsync(desk);

        var again = await StartAsync(options);

        Assert.Null(again.State.WorkingSince);
        Assert.Equal("P-0001", again.State.Newest!.Id);
    }

    [Fact]
    public async Task A_plan_whose_writing_was_cut_off_never_was_and_its_number_is_used_again()
    {
        Directory.CreateDirectory(_folder.Of("plans/.P-0001.new"));
        var desk = await StartAsync();

        Assert.Empty(desk.Plans());
        Assert.Empty(await desk.ImportAsync(Tables, "Li", Token));
        Assert.Equal("P-0001", (await NewestAsync(desk, "P-0001")).Life.Id);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in _desks)
            await StopAsync(desk);
        _folder.Dispose();
    }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    async Task<PlanDesk> StartAsync(PlanDeskOptions? options = null)
    {
        var desk = new PlanDesk(new PlanFolder(_folder.Of(".")), options ?? PlanDeskOptions.Usual, _time, NullLogger<PlanDesk>.Instance);
        _desks.Add(desk);
        await desk.StartAsync(Token);
        return desk;
    }

    static Task StopAsync(PlanDesk desk) => desk.StopAsync(CancellationToken.None);

    static async Task<OpenPlan> NewestAsync(PlanDesk desk, string id)
    {
        while (desk.State.Newest?.Id != id || desk.State.WorkingSince is not null)
        {
            Assert.Null(desk.State.LastFault);
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
