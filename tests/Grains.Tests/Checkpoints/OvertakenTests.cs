using DcOps.Grains.Checkpoints;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Grains.Tests.Checkpoints;

/// <summary>Another silo wrote an owner's checkpoint: what is offered here of it never counts as durable.</summary>
public sealed class OvertakenTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_overtaken_owner_is_told_and_the_rest_of_the_bulk_is_durable()
    {
        using var writer = new CheckpointWriter(
            new OvertakingStore("room/A"), new(), new FakeTimeProvider(Site.Start), NullLogger<CheckpointWriter>.Instance);
        writer.Open("room/A").Offer(7, new byte[] { 1 });
        writer.Open("room/B").Offer(8, new byte[] { 1 });

        await writer.StartAsync(Token);
        await writer.Open("room/B").FlushAsync().WaitAsync(TimeSpan.FromMinutes(1), Token);
        await writer.StopAsync(Token);

        Assert.Equal((true, 0), (writer.Open("room/A").IsOvertaken, writer.Open("room/A").DurableVersion));
        Assert.Equal((false, 8), (writer.Open("room/B").IsOvertaken, writer.Open("room/B").DurableVersion));
        Assert.Null(writer.Fault);
    }

    [Fact]
    public void An_owner_that_begins_anew_is_overtaken_no_longer()
    {
        using var writer = new CheckpointWriter(
            new MemoryCheckpoints(), new(), new FakeTimeProvider(Site.Start), NullLogger<CheckpointWriter>.Instance);
        var slot = writer.Open("room/A");
        slot.IsOvertaken = true;

        slot.Begin();

        Assert.False(slot.IsOvertaken);
    }

    sealed class OvertakingStore(string key) : ICheckpointStore
    {
        public Task WriteAsync(IReadOnlyList<Checkpoint> bulk, CancellationToken cancellationToken) =>
            bulk.Any(checkpoint => checkpoint.Key == key) ? throw new CheckpointsOvertakenException([key]) : Task.CompletedTask;

        public Task<Checkpoint?> ReadAsync(string key, CancellationToken cancellationToken) => Task.FromResult<Checkpoint?>(null);

        public IAsyncEnumerable<Checkpoint> ReadAllAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<Checkpoint>();
    }
}
