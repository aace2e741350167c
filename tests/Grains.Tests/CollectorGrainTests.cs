using DcOps.Contracts.Collectors;
using DcOps.Grains.Tests.Checkpoints;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Grains.Tests;

public sealed class CollectorGrainTests : IAsyncLifetime
{
    readonly FakeTimeProvider _time = new(Site.Start);
    GrainCluster _cluster = null!;

    ICollectorGrain Collector => _cluster.Grains.GetGrain<ICollectorGrain>("nj-01");

    public async ValueTask InitializeAsync() => _cluster = await GrainCluster.StartAsync(_time, new MemoryCheckpoints());

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Is_never_heard_before_its_first_report()
    {
        var snapshot = await Collector.Snapshot();

        Assert.Equal(("nj-01", CollectorState.NeverHeard, null, null), (snapshot.Name, snapshot.State, snapshot.Report, snapshot.ClockAhead));
    }

    [Fact]
    public async Task Is_live_until_four_reports_are_missed_and_live_again_with_the_next()
    {
        await Collector.Report(ReportOf(Site.Start, Site.Start.AddSeconds(3)));
        _time.Advance(CollectorSnapshot.SilentAfter);
        var last = await Collector.Snapshot();
        _time.Advance(TimeSpan.FromSeconds(1));
        var silent = await Collector.Snapshot();
        await Collector.Report(ReportOf(Site.Start, Site.Start.AddSeconds(24)));
        var again = await Collector.Snapshot();

        Assert.Equal((CollectorState.Live, CollectorState.Silent, CollectorState.Live), (last.State, silent.State, again.State));
        Assert.Equal(TimeSpan.FromSeconds(3), last.ClockAhead);
        Assert.Equal(Site.Start, silent.HeardAt);
    }

    [Fact]
    public async Task Takes_no_older_report_of_the_same_run_but_any_of_a_new_one()
    {
        await Collector.Report(ReportOf(Site.Start, Site.Start.AddSeconds(10), waiting: 1));
        await Collector.Report(ReportOf(Site.Start, Site.Start.AddSeconds(5), waiting: 2));
        var kept = await Collector.Snapshot();
        await Collector.Report(ReportOf(Site.Start.AddSeconds(1), Site.Start.AddSeconds(2), waiting: 3));
        var restarted = await Collector.Snapshot();

        Assert.Equal((1, 3), (kept.Report!.WaitingBatches, restarted.Report!.WaitingBatches));
    }

    internal static CollectorReport ReportOf(DateTimeOffset startedAt, DateTimeOffset at, long waiting = 0, string name = "nj-01") => new(
        name, "1.0.0", startedAt, at, true, waiting, 0, null, 0, [new("answering", 3), new("silent", 1)], [new("no answer", 1)],
        [new("NJ-01/R01/A01 pdu-a", "10.0.0.1", "silent", "no answer", startedAt, null)], [], []);
}
