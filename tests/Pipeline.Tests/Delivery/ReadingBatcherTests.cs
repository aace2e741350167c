using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Pipeline.Tests.Delivery;

public sealed class ReadingBatcherTests
{
    static readonly DeviceProfile Profile = ProfileLibrary.Load(ProfileLibrary.StandardFolder).Profiles[0];

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Closes_one_batch_for_each_location_at_each_flush()
    {
        using var folder = new OutboxFolder();
        var outbox = folder.Open();
        using var batcher = Batcher(outbox, folder);
        await batcher.StartAsync(Token);

        await batcher.AddAsync(Readings("NJ-01/R01/A07", "pdu-a", 100), Token);
        await batcher.AddAsync(Readings("NJ-01/R01/A08", "pdu-a", 200), Token);
        await batcher.AddAsync(Readings("NJ-01/R01/A07", "pdu-b", 300), Token);
        folder.Time.Advance(TimeSpan.FromMilliseconds(250));
        var batches = await outbox.ReadAsync(100, 1 << 20, Token);

        Assert.Equal(["NJ-01/R01/A07", "NJ-01/R01/A08"], batches.Select(batch => batch.Batch.Location.Path).Order(StringComparer.Ordinal));
        var first = batches.Single(batch => batch.Batch.Location.Path == "NJ-01/R01/A07").Batch;
        Assert.Equal([100, 300], first.Readings.Select(reading => reading.Value));
        Assert.Equal(["pdu-a", "pdu-b"], first.Registers.Select(register => register.Point.Device));
        Assert.Equal(TestBatches.Noon.AddMilliseconds(250), first.CollectedAt);
    }

    [Fact]
    public async Task Gives_what_is_historical_a_batch_of_its_own()
    {
        using var folder = new OutboxFolder();
        var outbox = folder.Open();
        using var batcher = Batcher(outbox, folder);
        await batcher.StartAsync(Token);

        await batcher.AddAsync(Readings("NJ-01/R01/A07", "pdu-a", 100), Token);
        await batcher.AddAsync(Readings("NJ-01/R01/A07", "pdu-a", 200) with { IsHistorical = true }, Token);
        folder.Time.Advance(TimeSpan.FromMilliseconds(250));
        var batches = await outbox.ReadAsync(100, 1 << 20, Token);

        Assert.Equal(
            [(ReadingLane.Ordered, 100.0), (ReadingLane.Historical, 200.0)],
            batches.Select(batch => (batch.Batch.Lane, batch.Batch.Readings.Single().Value!.Value)));
    }

    [Fact]
    public async Task Says_that_readings_are_kept_when_they_would_outlive_the_process()
    {
        using var folder = new OutboxFolder();
        var outbox = folder.Open();
        using var batcher = Batcher(outbox, folder);
        await batcher.StartAsync(Token);

        var kept = batcher.KeepAsync(Readings("NJ-01/R01/A07", "pdu-a", 100), Token);
        var before = kept.IsCompleted;
        folder.Time.Advance(TimeSpan.FromMilliseconds(250));
        await kept;
        folder.Crash();

        Assert.False(before);
        Assert.Equal(1, folder.Open().Count);
    }

    [Fact]
    public async Task Says_that_readings_are_not_kept_when_the_disk_refuses()
    {
        using var folder = new OutboxFolder();
        var outbox = folder.Open();
        using var batcher = Batcher(outbox, folder);
        Directory.Delete(folder.Path, recursive: true);

        var kept = batcher.KeepAsync(Readings("NJ-01/R01/A07", "pdu-a", 100), Token);
        batcher.Flush();

        await Assert.ThrowsAsync<IOException>(() => kept);
    }

    [Fact]
    public async Task Writes_by_itself_when_too_much_has_gathered()
    {
        using var folder = new OutboxFolder();
        var outbox = folder.Open();
        using var batcher = Batcher(outbox, folder, mostGathered: 3);

        await batcher.AddAsync(Readings("NJ-01/R01/A07", "pdu-a", 1), Token);
        await batcher.AddAsync(Readings("NJ-01/R01/A07", "pdu-a", 2), Token);
        var before = outbox.Count;
        await batcher.AddAsync(Readings("NJ-01/R01/A07", "pdu-a", 3), Token);

        Assert.Equal((0, 1), (before, outbox.Count));
    }

    [Fact]
    public async Task Flushes_what_has_gathered_when_it_is_stopped()
    {
        using var folder = new OutboxFolder();
        var outbox = folder.Open();
        using var batcher = Batcher(outbox, folder);
        await batcher.StartAsync(Token);
        await batcher.AddAsync(Readings("NJ-01/R01/A07", "pdu-a", 1), Token);

        await batcher.StopAsync(Token);

        Assert.Equal(1, outbox.Count);
    }

    static ReadingBatcher Batcher(Outbox outbox, OutboxFolder folder, int mostGathered = 1_000) =>
        new(outbox, new() { MostGathered = mostGathered }, folder.Time, new RecordedLog<ReadingBatcher>());

    static DeviceReadings Readings(string location, string device, double watts)
    {
        var register = PointId.Total(device, Quantity.ActiveEnergy);
        return new(
            new Device(device, Location.Parse(location), Profile, 7_360),
            [new(PointId.Total(device, Quantity.ActivePower), watts, TestBatches.Noon, ReadingQuality.Good)],
            [new(register, 100, null, 7_360, false, null)]);
    }
}
