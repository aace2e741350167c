using DcOps.Contracts;
using DcOps.Contracts.Scheduling;
using DcOps.Domain.Alarms.Journal;
using DcOps.Domain.History;
using DcOps.Domain.Ledger.Archive;
using DcOps.Grains.Alarms;
using DcOps.Grains.Checkpoints;
using DcOps.Grains.Journal;
using DcOps.Grains.Owners;
using DcOps.Grains.Tests.Alarms;
using DcOps.Notify;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.Configuration;
using Orleans.TestingHost;

namespace DcOps.Grains.Tests;

/// <summary>One silo in the test's process, on the test's clock.</summary>
sealed class GrainCluster : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly InProcessTestCluster _cluster;

    GrainCluster(InProcessTestCluster cluster, FakeTimeProvider time)
    {
        _cluster = cluster;
        Time = time;
    }

    public FakeTimeProvider Time { get; }

    public IRoomGrain Room => _cluster.Client.GetGrain<IRoomGrain>(Site.Room.Value);

    public IFacilityGrain Facility => _cluster.Client.GetGrain<IFacilityGrain>(Site.Facility.Value);

    public IProvinceGrain Province => _cluster.Client.GetGrain<IProvinceGrain>("JS");

    public IGrainFactory Grains => _cluster.Client;

    public IServiceProvider Services => Silo;

    IServiceProvider Silo => _cluster.GetSiloServiceProvider(_cluster.Silos[0].SiloAddress);

    public static Task<GrainCluster> StartAsync(
        FakeTimeProvider time, ICheckpointStore checkpoints, IHistoryFeed? history = null, IDeliveryJournal? deliveries = null) =>
        StartAsync(time, checkpoints, history, deliveries, new MemoryJournal(), new(), new(), AlarmSettings.Shipped, new(), null, null, silos: 1);

    public static Task<GrainCluster> StartAsync(AlarmScene scene, short silos = 1) => StartAsync(
        scene.Time, scene.Checkpoints, null, scene.Deliveries, scene.Journal, scene.Archive, scene.Notified, scene.Settings, scene.History, scene.Figures, scene.Work, silos);

    static async Task<GrainCluster> StartAsync(
        FakeTimeProvider time, ICheckpointStore checkpoints, IHistoryFeed? history, IDeliveryJournal? deliveries, IAlarmJournal journal,
        MemoryArchive archive, NotifiedLog notified, AlarmSettings alarms, EmptyHistory read, IFacilityFigures? figures, IPlannedWork? work, short silos)
    {
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureSiloHost((_, host) =>
        {
            host.Services.AddSingleton<TimeProvider>(time);
            host.Services.AddSingleton(checkpoints);
            host.Services.AddSingleton(history ?? new RecordingHistory());
            host.Services.AddSingleton(deliveries ?? new NoJournal());
            host.Services.AddSingleton(journal);
            host.Services.AddSingleton<ILedgerArchive>(archive);
            host.Services.AddSingleton<IHistoryReader>(read);
            if (figures is not null)
                host.Services.AddSingleton(figures);
            if (work is not null)
                host.Services.AddSingleton(work);
            host.Services.AddSingleton(notified);
            // The product's own grain comes along with the host's project; here what it would be told is recorded.
            host.Services.PostConfigure<GrainTypeOptions>(options => options.Classes.Remove(typeof(NotificationGrain)));
            host.Services.AddDcOpsGrains(Site.Inventory, new() { Pace = TimeSpan.Zero }, new());
            host.Services.AddDcOpsAlarms(alarms);
            host.Services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
        });
        var cluster = builder.Build();
        await cluster.DeployAsync(TestContext.Current.CancellationToken);
        return new(cluster, time);
    }

    /// <summary>Lets the owners' timers run once, and what they offered become durable or be refused.</summary>
    public async Task TickAsync()
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        // A call queues up behind the timer's turn, so its answer says that the turn is over; reports queue up before the next.
        await Room.DurableThrough("");
        await Facility.DurableThrough("");
        await Province.Snapshot();
        await _cluster.Client.GetGrain<IRoomGrain>("NJ-01/R02").DurableThrough("");
        await Silo.GetRequiredService<CheckpointWriter>().FlushAsync();
    }

    /// <summary>
    /// Ticks until the answer is yes. What goes on between two silos is under way when a tick returns, so each tick waits for it a little
    /// longer than the one before; after ten the clock is left nearly still, so that a slow machine ages nothing. After a minute the
    /// test's own assertion says what is missing.
    /// </summary>
    public async Task TickUntilAsync(Func<Task<bool>> answer)
    {
        var begun = TimeProvider.System.GetTimestamp();
        for (var tick = 0; TimeProvider.System.GetElapsedTime(begun) < Patience; tick++)
        {
            if (tick < 10 || tick % 10 == 0)
                await TickAsync();
            for (var look = 0; look <= Math.Min(tick, 10); look++)
            {
                if (await answer())
                    return;
                await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System, TestContext.Current.CancellationToken);
            }
        }
    }

    public void CloseGate() => Silo.GetRequiredService<RollUpGate>().Close();

    /// <summary>Ends the silo as kill -9 does: nothing is saved.</summary>
    public async Task KillAsync() => await _cluster.KillSiloAsync(_cluster.Silos[0], TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();
}
