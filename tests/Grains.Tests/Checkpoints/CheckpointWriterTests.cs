using System.Text;
using DcOps.Grains.Checkpoints;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Grains.Tests.Checkpoints;

public sealed class CheckpointWriterTests : IAsyncLifetime
{
    readonly FakeTimeProvider _time = new(Site.Start);
    readonly MemoryCheckpoints _store = new();
    readonly CheckpointWriter _writer;

    public CheckpointWriterTests() => _writer = new(_store, new(), _time, NullLogger<CheckpointWriter>.Instance);

    public async ValueTask InitializeAsync() => await Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _writer.StopAsync(Token);
        _writer.Dispose();
    }

    [Fact]
    public async Task Writes_what_many_owners_offered_as_one_bulk_with_the_newest_image_of_each()
    {
        Offer("room/A", 1);
        Offer("room/B", 1);
        Offer("room/A", 2);

        await _writer.StartAsync(Token);
        Assert.True(await _writer.FlushAsync().WaitAsync(Limit, Token));

        Assert.Equal([["room/A", "room/B"]], _store.Bulks.Where(bulk => bulk.Length > 0));
        Assert.Equal("2", await Kept("room/A"));
        Assert.Equal((2, 1), (_writer.Open("room/A").DurableVersion, _writer.Open("room/B").DurableVersion));
    }

    [Fact]
    public async Task Names_why_nothing_is_durable_and_writes_the_newest_images_when_the_store_takes_them_again()
    {
        _store.Refusal = "no space left on device";
        Offer("room/A", 1);
        await _writer.StartAsync(Token);

        Assert.False(await _writer.FlushAsync().WaitAsync(Limit, Token));
        Assert.Equal("no space left on device", _writer.Fault);
        Assert.Equal(0, _writer.Open("room/A").DurableVersion);

        Offer("room/A", 2);
        _store.Refusal = null;
        Assert.True(await _writer.FlushAsync().WaitAsync(Limit, Token));
        Assert.Null(_writer.Fault);
        Assert.Equal("2", await Kept("room/A"));
    }

    [Fact]
    public async Task Writes_what_was_offered_last_before_it_stops()
    {
        await _writer.StartAsync(Token);
        await _writer.FlushAsync().WaitAsync(Limit, Token);

        Offer("room/A", 5);
        await _writer.StopAsync(Token);

        Assert.Equal("5", await Kept("room/A"));
        Assert.False(await _writer.FlushAsync());
    }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    static TimeSpan Limit => TimeSpan.FromSeconds(10);

    void Offer(string key, long version) =>
        _writer.Open(key).Offer(version, Encoding.UTF8.GetBytes(version.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    async Task<string?> Kept(string key) =>
        await _store.ReadAsync(key, Token) is { } found ? Encoding.UTF8.GetString(found.Image.Span) : null;
}
