using System.Globalization;
using DcOps.Collectors.Pipeline.Delivery;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Chaos;

/// <summary>One process's part of a run: from where the last one was killed to the end, or to its own kill.</summary>
static class LoadRun
{
    public const string Collector = "chaos";
    public const string Token = "a-token-of-the-chaos-suite";

    static readonly TimeProvider Clock = TimeProvider.System;
    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan ReplayEvery = TimeSpan.FromSeconds(3);

    public static async Task<int> PlayAsync(LoadPlan plan, string folder, ImmutableArray<Uri> silos)
    {
        var (began, pastBegan) = Began(folder, plan);
        using var outbox = Outbox.Open(
            new() { Folder = Path.Combine(folder, "outbox"), Collector = Collector }, Clock, NullLogger<Outbox>.Instance);
        using var watched = new WatchedOutbox(outbox, Path.Combine(folder, "receipts.csv"));
        using var client = Client(silos);
        using var pump = new OutboxPump(
            watched, new HttpIngest(client, Token), new()
            {
                AheadAfter = TimeSpan.FromDays(1),
                MostBatchesPerDelivery = 100,
                FirstPause = TimeSpan.FromMilliseconds(100),
                LongestPause = TimeSpan.FromSeconds(1),
                Timeout = TimeSpan.FromSeconds(10),
            },
            Clock, NullLogger<OutboxPump>.Instance);
        await pump.StartAsync(CancellationToken.None);

        using var past = new PastStream(plan, folder, pastBegan);
        using var live = new LiveStream(plan, folder, began);
        var (replayAt, random) = (began + ReplayEvery, new Random(plan.Seed));
        while (Clock.GetUtcNow() < began.AddSeconds(plan.Seconds) || !past.IsDone)
        {
            var now = Clock.GetUtcNow();
            past.Send(outbox, (now - began) / TimeSpan.FromSeconds(plan.Seconds));
            live.Send(outbox, now);
            if (now >= replayAt)
            {
                replayAt = now + ReplayEvery;
                _ = ReplayAsync(watched.Replay(random), silos[random.Next(silos.Length)]);
            }

            Tell(outbox);
            await Task.Delay(Step, Clock);
        }

        Console.WriteLine("sent");
        while (outbox.Count > 0)
        {
            Tell(outbox);
            await Task.Delay(Step, Clock);
        }

        Console.WriteLine("settled");
        await pump.StopAsync(CancellationToken.None);
        return 0;
    }

    static HttpClient Client(ImmutableArray<Uri> silos) =>
        new(new LivingSilo(silos, new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) })) { BaseAddress = silos[0], Timeout = Timeout.InfiniteTimeSpan };

    static void Tell(Outbox outbox) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"waiting {outbox.Count}"));

    // What comes of it is nobody's business: every batch has its receipt already.
    static async Task ReplayAsync(ImmutableArray<Domain.Telemetry.ReadingBatch> batches, Uri silo)
    {
        if (batches.IsEmpty)
            return;
        try
        {
            using var client = new HttpClient { BaseAddress = silo, Timeout = TimeSpan.FromSeconds(5) };
            foreach (var part in batches.Chunk(40).Reverse())
                await new HttpIngest(client, Token).DeliverAsync([.. part], CancellationToken.None);
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or IOException)
        {
            Console.WriteLine($"replay refused: {fault.Message}");
        }
    }

    // The first process of a run decides when it began.
    static (DateTimeOffset Began, DateTimeOffset PastBegan) Began(string folder, LoadPlan plan)
    {
        var file = Path.Combine(folder, "began");
        if (!File.Exists(file))
            File.WriteAllText(file, Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        var began = DateTimeOffset.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture);
        var past = began - (PastStream.MinutesPerSecond * plan.Seconds * TimeSpan.FromMinutes(1)) - TimeSpan.FromMinutes(3);
        return (began, new(past.UtcTicks - (past.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero));
    }
}
