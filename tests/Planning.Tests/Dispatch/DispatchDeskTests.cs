using DcOps.Domain.Configuration;
using DcOps.Domain.Scheduling.Dispatch;
using DcOps.Domain.Scheduling.Release;
using DcOps.Domain.Scheduling.Tables;
using DcOps.Planning.Dispatch;
using DcOps.Simulator.Computing;
using DcOps.Simulator.Layout;
using DcOps.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Planning.Tests.Dispatch;

/// <summary>A simulated day from the recommendation to sites that run it.</summary>
public sealed class DispatchDeskTests : IAsyncDisposable
{
    static readonly DateTimeOffset Start = new(2026, 3, 1, 16, 0, 0, TimeSpan.Zero);
    static readonly ProvincePlan Province = ProvinceGenerator.Generate(LayoutSize.Default, 7);

    readonly ScratchFolder _folder = new();
    readonly FakeTimeProvider _time = new(Start);
    readonly PlayedSite _site = new() { Sight = SiteSight.Running };
    PlanDesk? _plans;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_goes_from_recommendation_over_approval_to_sites_and_every_job_is_seen_to_run_once()
    {
        var plans = await PlansAsync();
        var terms = DispatchTerms.Usual with { IsShadow = false, RampKw = 1e9 };
        using var desk = new DispatchDesk(
            plans, new(terms, Province.Facilities.ToImmutableSortedDictionary(facility => facility.Id.Value, _ => (ISiteAdapter)_site)),
            _folder.Of("."), _time, NullLogger<DispatchDesk>.Instance);
        Assert.Equal(0, await desk.StepAsync(Token));
        Assert.Empty(_site.Placed);

        await ReleaseAsync(plans);
        for (var quarter = 0; quarter < 97; quarter++)
        {
            await desk.StepAsync(Token);
            _time.Advance(TimeSpan.FromMinutes(15));
        }

        var open = (await plans.OpenAsync("P-0001", Token))!;
        var records = desk.Records();
        Assert.Equal(open.Plan.Verdict.Bill.Served, records.Length);
        Assert.All(records, record => Assert.Equal(DispatchState.Verified, record.State));
        Assert.Equal(_site.Placed.Count, _site.Placed.Distinct().Count());
        Assert.Equal(open.Plan.Verdict.Bill.FacilityKwh, records.Sum(record => record.Command.Promise.FacilityKwh), 3);
        Assert.Equal(open.Plan.Cost - open.Plan.Verdict.Bill.Unserved, records.Sum(record => record.Command.Promise.Cny), 3);
        Assert.Equal(open.Plan.Verdict.Bill.CarbonKilograms, records.Sum(record => record.Command.Promise.CarbonKilograms), 3);
    }

    [Fact]
    public void A_section_without_address_or_secret_and_a_facility_named_twice_are_refused()
    {
        var document = ConfigurationDocument.Parse("site.json", """
            {"planning": {"dispatch": {"mode": "on", "sites": [
              {"facility": "NJ-01", "kind": "kueue"},
              {"facility": "NJ-02", "kind": "slurm", "address": "http://slurm:6820"},
              {"facility": "SZ-01", "kind": "manual"}, {"facility": "SZ-01", "kind": "manual"}]}}}
            """);

        var settings = DispatchConfiguration.Load(document, _time);

        Assert.Equal("SZ-01", Assert.Single(settings!.Sites).Key);
        var refused = Assert.Throws<ConfigurationException>(document.ThrowIfFaulty);
        Assert.Contains("NJ-01 needs an address", refused.Message, StringComparison.Ordinal);
        Assert.Contains("NJ-02 needs a secret", refused.Message, StringComparison.Ordinal);
        Assert.Contains("names SZ-01 twice", refused.Message, StringComparison.Ordinal);
        Assert.Null(DispatchConfiguration.Load(ConfigurationDocument.Parse("site.json", "{}"), _time));
    }

    public async ValueTask DisposeAsync()
    {
        if (_plans is not null)
            await _plans.StopAsync(CancellationToken.None);
        _folder.Dispose();
    }

    async Task<PlanDesk> PlansAsync()
    {
        var options = PlanDeskOptions.Usual with { Tables = PlanTables.Write(ComputeOf.Make(Province, Start)) };
        _plans = new(new PlanFolder(_folder.Of(".")), options, _time, NullLogger<PlanDesk>.Instance);
        await _plans.StartAsync(Token);
        while (_plans.State.Newest is null || _plans.State.WorkingSince is not null)
        {
            Assert.True(_plans.State.LastFault is null, _plans.State.LastFault);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);
        }

        return _plans;
    }

    static async Task ReleaseAsync(PlanDesk desk)
    {
        foreach (var person in new[] { "Wang", "Zhao" })
        {
            if (desk.Plans().Single().Stage != PlanStage.Approved)
                Assert.Equal(PlanRefusal.None, await desk.DoAsync("P-0001", PlanDeed.Approve, person, null, Token));
        }

        Assert.Equal(PlanRefusal.None, await desk.DoAsync("P-0001", PlanDeed.Release, "Li", null, Token));
    }
}
