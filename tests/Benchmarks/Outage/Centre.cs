using DcOps.Contracts;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Benchmarks.Outage;

/// <summary>The province's side: room states that fold what arrives, and the energy of every rack's minute as history would keep it.</summary>
sealed class Centre : IIngest
{
    const long Missing = -1;
    readonly TimeProvider _time;
    readonly DateTimeOffset _start;
    readonly Dictionary<RoomId, RoomState> _rooms;
    readonly Dictionary<string, RoomState> _roomByRack = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _racks = new(StringComparer.Ordinal);
    readonly long[][] _wattHours;
    readonly DateTimeOffset[] _shownAt;
    readonly Lock _gate = new();

    public Centre(PlayedSite site, DateTimeOffset start, TimeSpan length, TimeProvider time)
    {
        _time = time;
        _start = start;
        _rooms = site.Rooms.ToDictionary(room => room.Id, room => RoomState.New(room));
        foreach (var rack in site.Rooms.SelectMany(room => room.Racks))
        {
            _roomByRack[rack.Id.Value] = _rooms[rack.Id.Room];
            _racks[rack.Id.Value] = _racks.Count;
        }

        _wattHours = [.. Enumerable.Range(0, site.Racks).Select(_ => NewMinutes(length))];
        _shownAt = new DateTimeOffset[site.Racks];
    }

    /// <summary>Samples of this instant and later are live ones, whose way here is timed.</summary>
    public DateTimeOffset LiveFrom { get; set; } = DateTimeOffset.MaxValue;

    public bool IsCut { get; set; }

    public List<TimeSpan> Delays { get; } = [];

    public long Backfilled { get; private set; }

    public long Ahead { get; private set; }

    public long Refused { get; private set; }

    /// <summary>Backfilled batches that had come when the first live sample after the cut was shown; null before.</summary>
    public long? BackfilledBeforeFirstLive { get; private set; }

    public Task<ImmutableArray<IngestReceipt>> DeliverAsync(ImmutableArray<ReadingBatch> batches, CancellationToken cancellationToken)
    {
        if (IsCut)
            throw new HttpRequestException("the line is cut");

        foreach (var batch in batches)
            Fold(batch, _time.GetUtcNow());
        return Task.FromResult<ImmutableArray<IngestReceipt>>(
            [.. batches.Select(batch => new IngestReceipt(batch.Collector, batch.Sequence, IngestOutcome.Stored))]);
    }

    public void Fold(ReadingBatch batch, DateTimeOffset receivedAt)
    {
        lock (_gate)
        {
            Ahead += batch.Lane == ReadingLane.Ahead ? 1 : 0;
            Backfilled += batch.Lane == ReadingLane.Backfill ? 1 : 0;
            var outcome = _roomByRack[batch.Location.Path].Fold(batch, receivedAt);
            Refused += outcome.Duplicate || outcome.UnknownLocation ? 1 : 0;
            var rack = _racks[batch.Location.Path];
            var observedAt = batch.Readings[^1].ObservedAt;
            if (observedAt < LiveFrom || observedAt <= _shownAt[rack])
                return;

            _shownAt[rack] = observedAt;
            Delays.Add(receivedAt - observedAt);
            BackfilledBeforeFirstLive ??= Backfilled;
        }
    }

    /// <summary>As the rooms' grains do each second.</summary>
    public void TakeRows(DateTimeOffset now)
    {
        lock (_gate)
        {
            foreach (var room in _rooms.Values)
            {
                foreach (var row in room.TakeRows(now).RackMinutes)
                {
                    var minute = (int)((row.Minute - _start).Ticks / TimeSpan.TicksPerMinute);
                    var minutes = _wattHours[_racks[row.Rack.Value]];
                    if (minute >= 0 && minute < minutes.Length)
                        minutes[minute] = row.Energy is { } energy ? energy.WattHours : Missing;
                }
            }
        }
    }

    /// <summary>How many minutes of racks differ from another centre's up to an instant, how many are known, and their energy in Wh.</summary>
    public (long Different, long Known, long WattHours) Compare(Centre other, DateTimeOffset until)
    {
        var minutes = (int)((until - _start).Ticks / TimeSpan.TicksPerMinute);
        var (different, known, wattHours) = (0L, 0L, 0L);
        for (var rack = 0; rack < _wattHours.Length; rack++)
        {
            for (var minute = 0; minute < minutes; minute++)
            {
                var mine = _wattHours[rack][minute];
                different += mine != other._wattHours[rack][minute] ? 1 : 0;
                known += mine != Missing ? 1 : 0;
                wattHours += mine != Missing ? mine : 0;
            }
        }

        return (different, known, wattHours);
    }

    static long[] NewMinutes(TimeSpan length)
    {
        var minutes = new long[(int)length.TotalMinutes + 1];
        Array.Fill(minutes, Missing);
        return minutes;
    }
}
