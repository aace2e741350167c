using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Notification;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Grains.Alarms;
using DcOps.Grains.Tests.Checkpoints;
using DcOps.Grains.Tests.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Grains.Tests.Alarms;

/// <summary>A silo with alarms, and what survives it: checkpoints, journal, archive, what the notification was told.</summary>
sealed class AlarmScene : IAsyncDisposable
{
    /// <summary>A rack above 7 kW, at once; back below 6.9 kW at once.</summary>
    public const string Rule = "rack-power";

    long _sequence;

    AlarmScene(AlarmSettings settings) => Settings = settings;

    public FakeTimeProvider Time { get; } = new(Site.Start);

    public MemoryJournal Journal { get; } = new();

    public MemoryArchive Archive { get; } = new();

    public NotifiedLog Notified { get; } = new();

    public MemoryCheckpoints Checkpoints { get; private set; } = new();

    public EmptyHistory History { get; } = new();

    public SetFigures Figures { get; } = new();

    public SetWork Work { get; } = new();

    /// <summary>Null where the silo keeps no journal of deliveries.</summary>
    public MemoryDeliveries? Deliveries { get; private set; }

    public AlarmSettings Settings { get; }

    public GrainCluster Cluster { get; private set; } = null!;

    public IAlarmDesk Desk => Cluster.Services.GetRequiredService<IAlarmDesk>();

    public WindowDesk Windows => Cluster.Services.GetRequiredService<WindowDesk>();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public static AlarmSettings SettingsOf(string rules) =>
        AlarmSettings.Shipped with { Rules = new(AlarmRuleBook.Parse("test", rules)) };

    public static async Task<AlarmScene> StartAsync(AlarmSettings? settings = null, short silos = 1, MemoryDeliveries? deliveries = null)
    {
        var scene = new AlarmScene(settings ?? SettingsOf(
            $$"""{ "limit": [{ "id": "{{Rule}}", "priority": "major", "quantity": "active-power", "high": 7000, "deadband": 100 }] }"""))
        {
            Deliveries = deliveries,
        };
        scene.Cluster = await GrainCluster.StartAsync(scene, silos);
        await scene.SettleAsync();
        return scene;
    }

    /// <summary>A reading of a rack's power now.</summary>
    public ReadingBatch Batch(string rack, double watts, DateTimeOffset? at = null) =>
        Site.RackBatch(++_sequence, rack, watts, at ?? Time.GetUtcNow());

    public Task FoldAsync(params ReadingBatch[] batches) => Cluster.Room.Fold("snmp-nj", 0, [.. batches]).AsTask();

    public Task FoldAsync(string rack, double watts) => FoldAsync(Batch(rack, watts));

    public static AlarmKey KeyOf(string rack) =>
        new(Location.Of(Site.Rack(rack)), PointId.Total("pdu-a", Quantity.ActivePower), Rule);

    /// <summary>Lets timers run until everything that is owed was told.</summary>
    public async Task SettleAsync()
    {
        for (var tick = 0; tick < 3; tick++)
            await Cluster.TickAsync();
    }

    /// <summary>Ticks until the inbox is as the test waits for; after that the test's own assertion says what is missing.</summary>
    public Task UntilAsync(Func<InboxPage, bool> isSo) => Cluster.TickUntilAsync(async () => isSo(await InboxAsync()));

    /// <summary>Ticks until the notification was told of an incident as the test waits for: it hears after the inbox, and by a grain of its own.</summary>
    public Task ToldAsync(Func<NotifiedIncident, bool> isSo) =>
        Cluster.TickUntilAsync(() => Task.FromResult(Notified.Told.Any(told => told.Incidents.Any(isSo))));

    public Task<InboxPage> InboxAsync() => Desk.InboxAsync(new(), Token);

    /// <summary>Ends the silo as kill -9 does, and starts another on what was on disk then.</summary>
    public async Task RestartAsync()
    {
        Checkpoints.Refusal = "killed";
        Checkpoints = Checkpoints.Copy();
        Deliveries = Deliveries?.Crash();
        await Cluster.KillAsync();
        await Cluster.DisposeAsync();
        Cluster = await GrainCluster.StartAsync(this);
    }

    public async ValueTask DisposeAsync() => await Cluster.DisposeAsync();
}
