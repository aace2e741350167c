using DcOps.Benchmarks.Outage;
using DcOps.Testing;

namespace DcOps.Collectors.Pipeline.Tests.Delivery;

/// <summary>A small site that is cut off for hours: the benchmark's run, scaled down.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task Drains_to_the_rollups_of_a_site_that_was_never_cut_off_and_shows_live_samples_meanwhile()
    {
        using var folder = new ScratchFolder();
        var options = new OutageOptions(Racks: 40, TimeSpan.FromSeconds(10), TimeSpan.FromHours(2), BatchesPerSecond: 8_000, WindowBytes: 64 << 10);

        var result = await OutageRun.PlayAsync(options, folder.Path, TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        Assert.Equal(28_800, result.Batches);
        Assert.Equal((0, 0), (result.Different, result.Left));
        Assert.Equal(result.UncutWattHours, result.WattHours);
        Assert.InRange(result.Known, 40 * 115, 40 * 125);
        Assert.True(result.Backfilled >= result.Batches);
        Assert.True(result.BackfilledBeforeFirstLive < result.Batches / 2, $"the first live sample was shown after {result.BackfilledBeforeFirstLive} late ones");
    }
}
