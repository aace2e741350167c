using System.Diagnostics;
using DcOps.Benchmarks.Province;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Domain.Topology;
using DcOps.History.Embedded;
using DcOps.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.EndToEnd.Tests;

/// <summary>
/// A silo in a process of its own, collectors in the test's, and a load whose energy is known to the watt-hour. The load
/// plays half an hour of the past in a fraction of the time.
/// </summary>
sealed class KilledProvince : IAsyncDisposable
{
    static readonly TimeSpan Played = TimeSpan.FromMinutes(30);
    static readonly LoadSize Size = new(2, 120, 2, TimeSpan.FromSeconds(10), Played);

    readonly ScratchFolder _folder = new();
    readonly int _port = FreePort.Tcp();
    readonly int _ingestPort = FreePort.Tcp();
    readonly List<(RackId Id, LoadedRack Rack)>[] _racks;
    readonly WaitingBatches[] _waiting;
    readonly List<OutboxPump> _pumps = [];
    readonly DateTimeOffset _began;
    SiloProcess? _silo;

    public KilledProvince()
    {
        Data = _folder.Of("data");
        var past = TimeProvider.System.GetUtcNow() - Played - TimeSpan.FromMinutes(2);
        _began = new(past.UtcTicks - (past.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        _racks = [.. Enumerable.Range(0, Size.Collectors).Select(collector => Size.FacilitiesOf(collector).SelectMany(Size.RacksIn)
            .Select((id, number) => (id, new LoadedRack(id, (collector * 7_919) + number))).ToList())];
        _waiting = [.. Enumerable.Range(0, Size.Collectors).Select(collector => new WaitingBatches(LoadSize.NameOf(collector)))];
        SiloConfiguration.Write(_folder.Of("province.json"), Size, _ingestPort);
    }

    /// <summary>Where the silo keeps everything; another folder is for its next start.</summary>
    public string Data { get; set; }

    /// <summary>Of the silo's pages.</summary>
    public string Address => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}");

    /// <summary>A path in the test's own folder.</summary>
    public string Of(string name) => _folder.Of(name);

    public long Sent => _waiting.Sum(waiting => waiting.Arrivals);

    public long Receipted => _waiting.Sum(waiting => waiting.Settled);

    public Task<Dictionary<string, double>> MetricsAsync() => _silo!.MetricsAsync();

    public async Task StartSiloAsync()
    {
        _silo = SiloProcess.Start(ProductProgram.Silo, _folder.Of("province.json"), Data, _port);
        await _silo.UntilReadyAsync();
    }

    /// <summary>As a crash does; what is in the process is gone.</summary>
    public void KillSilo()
    {
        _silo!.Dispose();
        _silo = null;
    }

    public Task StopSiloAsync() => _silo!.StopAsync();

    public async Task StartCollectorsAsync(CancellationToken cancellationToken)
    {
        for (var collector = 0; collector < Size.Collectors; collector++)
        {
            var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{_ingestPort}"), Timeout = Timeout.InfiniteTimeSpan };
            var pump = new OutboxPump(
                _waiting[collector], new HttpIngest(client, LoadSize.TokenOf(collector)),
                new() { AheadAfter = TimeSpan.FromDays(1), MostBatchesPerDelivery = 50, LongestPause = TimeSpan.FromSeconds(1) },
                TimeProvider.System, NullLogger<OutboxPump>.Instance);
            _pumps.Add(pump);
            await pump.StartAsync(cancellationToken);
        }
    }

    /// <summary>Every rack's samples from one share of the played time to another.</summary>
    public void Play(double fromShare, double toShare)
    {
        for (var at = Instant(fromShare); at < Instant(toShare); at += Size.Interval)
        {
            for (var collector = 0; collector < _racks.Length; collector++)
            {
                foreach (var (_, rack) in _racks[collector])
                    _waiting[collector].Add(rack.Sample(at, _began));
            }
        }

        DateTimeOffset Instant(double share) => _began + (Size.Interval * (long)(share * (Played / Size.Interval)));
    }

    /// <summary>Waits until the answer is yes; false when it is not within two minutes.</summary>
    public static async Task<bool> UntilAsync(Func<bool> answer, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (!answer())
        {
            if (Stopwatch.GetElapsedTime(started) > TimeSpan.FromMinutes(2))
                return false;
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellationToken);
        }

        return true;
    }

    /// <summary>Waits until no row goes to the store any more: a receipt comes before the minutes it closes are told.</summary>
    public async Task QuietAsync(CancellationToken cancellationToken)
    {
        const string Written = "dcops_history_points_total{outcome=\"written\"}";
        for (var (quiet, before) = (0, -1.0); quiet < 4;)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
            var written = (await MetricsAsync()).GetValueOrDefault(Written);
            quiet = written == before ? quiet + 1 : 0;
            before = written;
        }
    }

    /// <summary>What the store has of every rack's whole minutes, and what the load says, Wh; the silo has stopped.</summary>
    public async Task<(long Stored, long Load, int Rows, int Minutes)> EnergyAsync(CancellationToken cancellationToken)
    {
        await using var history = new EmbeddedHistory(
            new(Path.Combine(Data, "history")), TimeProvider.System, NullLogger<EmbeddedHistory>.Instance);
        var (first, minutes) = (_began.AddMinutes(1), (int)Played.TotalMinutes - 2);
        var (stored, load, rows, expected) = (0L, 0L, 0, 0);
        foreach (var (id, rack) in _racks.SelectMany(racks => racks))
        {
            var found = await history.RackMinutesAsync(id, first, first.AddMinutes(minutes), cancellationToken);
            rows += found.Count(row => row.Energy is not null);
            stored += found.Sum(row => row.Energy?.WattHours ?? 0);
            load += rack.FeedWatts * 2L * minutes / 60;
            expected += minutes;
        }

        return (stored, load, rows, expected);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var pump in _pumps)
        {
            await pump.StopAsync(CancellationToken.None);
            pump.Dispose();
        }

        _silo?.Dispose();
        _folder.Dispose();
    }
}
