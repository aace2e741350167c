using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using DcOps.Contracts;
using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms.Journal;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.History;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using DcOps.Grains;
using DcOps.Grains.Alarms;
using DcOps.Grains.Checkpoints;
using DcOps.Registry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcOps.Benchmarks.Alarms;

/// <summary>
/// One silo in this process, its rooms under load: now and then a rack crosses a limit, and the clock runs from the call that brings
/// the reading to the answer of a page that waited for a newer inbox and finds the alarm's row there.
/// </summary>
static class PathTrial
{
    const int Facilities = 20;
    const int RoomsOfFacility = 20;
    const int RacksOfRoom = 200;
    const int BatchesOfCall = 20;
    const string Probe = "probe";

    static readonly TimeProvider Clock = TimeProvider.System;

    static long _sequence;

    public static async Task<string> RunAsync(int rate, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("dcops-path");
        var inventory = InventoryOf();
        using var journal = RegistryJournal.Embedded(Path.Combine(folder.FullName, "alarms.db"));
        using var host = Silo(inventory, journal);
        await host.StartAsync();
        try
        {
            var grains = host.Services.GetRequiredService<IGrainFactory>();
            var desk = host.Services.GetRequiredService<IAlarmDesk>();
            var rooms = inventory.Facilities.SelectMany(facility => facility.Rooms).ToList();
            await Task.WhenAll(rooms.Select(room => grains.GetGrain<IRoomGrain>(room.Id.Value).DurableThrough("").AsTask()));
            await Task.WhenAll(inventory.Facilities.Select(facility => grains.GetGrain<IFacilityGrain>(facility.Id.Value).DurableThrough("").AsTask()));
            using var ending = new CancellationTokenSource();
            var done = new long[1];
            var load = Task.Run(() => LoadAsync(grains, rooms, rate, done, ending.Token));
            await Task.Delay(TimeSpan.FromSeconds(5), Clock);
            var (before, watch) = (Volatile.Read(ref done[0]), Stopwatch.StartNew());
            var times = await ProbeAsync(grains, desk, rooms, seconds);
            var reached = (Volatile.Read(ref done[0]) - before) / watch.Elapsed.TotalSeconds;
            await ending.CancelAsync();
            await load;
            times.Sort();
            var entries = (await journal.FindAsync(new(Most: 10_000), default)).Length;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{rooms.Count} rooms, {rooms.Count * RacksOfRoom:N0} racks, {reached:N0} rack updates of 8 values a second (asked {rate:N0}); {times.Count} alarms one after another\n"
                + $"from the reading to the inbox: median {times[times.Count / 2]:0.0} ms, p99 {times[(int)(times.Count * 0.99)]:0.0} ms, longest {times[^1]:0.0} ms; "
                + $"journal: {entries} entries");
        }
        finally
        {
            await host.StopAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    static async Task<List<double>> ProbeAsync(IGrainFactory grains, IAlarmDesk desk, List<Room> rooms, int seconds)
    {
        var (times, ends) = (new List<double>(), Clock.GetUtcNow().AddSeconds(seconds));
        for (var probe = 0; Clock.GetUtcNow() < ends; probe++)
        {
            var room = rooms[probe * 37 % rooms.Count];
            var rack = Location.Of(room.Racks[probe / rooms.Count % RacksOfRoom].Id);
            var head = await desk.HeadlineAsync(default);
            var started = Stopwatch.GetTimestamp();
            var now = Clock.GetUtcNow();
            await grains.GetGrain<IRoomGrain>(room.Id.Value).Fold(
                Probe, 0, [new(Probe, Interlocked.Increment(ref _sequence), rack, now, [new(PointId.Total(Probe, Quantity.Temperature), 99, now, ReadingQuality.Good)], [])]);
            while (!(await desk.InboxAsync(new(rack.Path, Most: 5), default)).Rows.Any(row => row.Place == rack.Path))
                head = await desk.NextAsync(head.Version, default);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            await Task.Delay(TimeSpan.FromMilliseconds(20), Clock);
        }

        return times;
    }

    static async Task LoadAsync(IGrainFactory grains, List<Room> rooms, int rate, long[] done, CancellationToken cancellationToken)
    {
        var sequences = new long[rooms.Count];
        var started = Stopwatch.StartNew();
        var inFlight = new ConcurrentDictionary<int, Task>();
        for (long sent = 0; !cancellationToken.IsCancellationRequested; sent += BatchesOfCall)
        {
            var ahead = (sent / (double)rate) - started.Elapsed.TotalSeconds;
            if (ahead > 0.005)
                await Task.Delay(TimeSpan.FromSeconds(ahead), Clock, CancellationToken.None);
            var index = (int)(sent / BatchesOfCall % rooms.Count);
            // One call a room is under way, as the ingest has it.
            if (inFlight.TryGetValue(index, out var last))
                await last;
            var batches = Batches(rooms[index], ref sequences[index]);
            inFlight[index] = CallAsync(grains.GetGrain<IRoomGrain>(rooms[index].Id.Value), batches, done);
        }

        await Task.WhenAll(inFlight.Values);
    }

    static async Task CallAsync(IRoomGrain room, ImmutableArray<ReadingBatch> batches, long[] done)
    {
        await room.Fold("load", 0, batches);
        Interlocked.Add(ref done[0], batches.Length);
    }

    static ImmutableArray<ReadingBatch> Batches(Room room, ref long sequence)
    {
        var now = Clock.GetUtcNow();
        var batches = ImmutableArray.CreateBuilder<ReadingBatch>(BatchesOfCall);
        for (var number = 0; number < BatchesOfCall; number++)
        {
            sequence++;
            var rack = room.Racks[(int)(sequence % RacksOfRoom)];
            batches.Add(new("load", sequence, Location.Of(rack.Id), now, Readings(now), []));
        }

        return batches.MoveToImmutable();
    }

    static ImmutableArray<Reading> Readings(DateTimeOffset at) =>
    [
        Of("pdu-a", Quantity.ActivePower, 4_000, at), Of("pdu-a", Quantity.Voltage, 230, at), Of("pdu-a", Quantity.Current, 18, at),
        Of("pdu-b", Quantity.ActivePower, 3_900, at), Of("pdu-b", Quantity.Voltage, 230, at), Of("pdu-b", Quantity.Current, 17, at),
        Of("env", Quantity.InletTemperature, 24, at), Of("env", Quantity.Humidity, 0.5, at),
    ];

    static Reading Of(string device, Quantity quantity, double value, DateTimeOffset at) =>
        new(PointId.Total(device, quantity), value, at, ReadingQuality.Good);

    static IHost Silo(Inventory inventory, RegistryJournal journal)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton<ICheckpointStore, NoCheckpoints>();
        builder.Services.AddSingleton<IHistoryFeed, NoHistory>();
        builder.Services.AddSingleton(System.Reflection.DispatchProxy.Create<IHistoryReader, NoReader>());
        builder.Services.AddSingleton<IAlarmJournal>(journal);
        builder.Services.AddSingleton<ILedgerArchive, MemoryArchive>();
        builder.Services.AddDcOpsGrains(inventory, CheckpointOptions.ForRacks(Facilities * RoomsOfFacility * RacksOfRoom), new());
        var probe = AlarmRuleBook.Parse("probe", """{ "limit": [{ "id": "probe", "priority": "critical", "quantity": "temperature", "high": 50, "deadband": 1 }] }""");
        builder.Services.AddDcOpsAlarms(AlarmSettings.Shipped with { Rules = new(AlarmRuleBook.Shipped.Rules.Concat(probe)) });
        builder.UseOrleans(silo => silo.UseLocalhostClustering(22_411, 32_411, new IPEndPoint(IPAddress.Loopback, 22_411)));
        return builder.Build();
    }

    static Inventory InventoryOf() => new(
        ProvinceId.Parse("JS"), new("江苏", "Jiangsu"), [new City(CityCode.Parse("NJ"), new("南京", "Nanjing"), 1, 1)],
        [.. Enumerable.Range(1, Facilities).Select(FacilityOf)]);

    static Facility FacilityOf(int number)
    {
        var id = FacilityId.Parse(string.Create(CultureInfo.InvariantCulture, $"NJ-{number:00}"));
        return new(id, CityCode.Parse("NJ"), new("场", "site"), [.. Enumerable.Range(1, RoomsOfFacility).Select(room => RoomOf(id, room))], [], null);
    }

    static Room RoomOf(FacilityId facility, int number)
    {
        var id = new RoomId(facility, string.Create(CultureInfo.InvariantCulture, $"R{number:00}"));
        return new(id, new("房", "room"), [.. Enumerable.Range(1, RacksOfRoom).Select(rack => new Rack(new(id, string.Create(CultureInfo.InvariantCulture, $"A{rack:000}")), Power.FromKilowatts(8)))]);
    }
}
