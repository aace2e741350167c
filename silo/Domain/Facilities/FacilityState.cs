using DcOps.Domain.History;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Facilities;

/// <summary>A facility: owner of its plant's state, sum of its rooms' reports. One writer, no clock.</summary>
public sealed class FacilityState
{
    readonly TimeSpan _promisedAge;
    readonly Plant _plant;
    readonly FacilityRooms _rooms;
    readonly FacilityLedger _ledger;
    readonly FacilityMinutes _minutes;
    readonly FoldedSequences _sequences;
    readonly PlantThinning _thinning;
    readonly PueCategory? _firstCategory;
    DateTimeOffset _nextForgetAt;

    FacilityState(Facility facility, FacilityImage? image, TimeSpan promisedAge)
    {
        _promisedAge = promisedAge;
        Facility = facility;
        Version = image?.Version ?? 0;
        _plant = new(facility, image);
        _rooms = new(facility, image?.Rooms ?? []);
        _ledger = new(facility, image);
        _minutes = new(facility.Id, promisedAge, image);
        _sequences = new(image?.Sequences ?? []);
        _thinning = new(facility.Id, image?.Thinned ?? [], image?.KeptReadings ?? []);
        _firstCategory = facility.Meters.Any(meter => meter.Role == MeterRole.UpsOutput) ? PueCategory.Category1
            : facility.Meters.Any(meter => meter.Role == MeterRole.PduOutput) ? PueCategory.Category2
            : null;
    }

    public Facility Facility { get; }

    /// <summary>Of the newest snapshot; grows across restarts, for it never lags behind the clock of the snapshots.</summary>
    public long Version { get; private set; }

    /// <summary>Whether something was folded or reported since the last <see cref="Save"/>.</summary>
    public bool IsDirty { get; private set; }

    /// <summary>Readings of meters that the ledger does not need, since this state was made.</summary>
    public long ReadingsDropped { get; private set; }

    public static FacilityState New(Facility facility) => new(facility, null, RoomState.UsualPromisedAge);

    public static FacilityState New(Facility facility, TimeSpan promisedAge) => new(facility, null, promisedAge);

    /// <summary>The state as saved. Meters and rooms added to the inventory since begin empty; those taken out of it are let go.</summary>
    public static FacilityState Restore(Facility facility, FacilityImage image) =>
        new(facility, image, RoomState.UsualPromisedAge);

    public static FacilityState Restore(Facility facility, FacilityImage image, TimeSpan promisedAge) =>
        new(facility, image, promisedAge);

    /// <summary>Highest sequence of the collector folded; 0 when there is none.</summary>
    public long FoldedThrough(string collector) => _sequences.Last(collector);

    /// <summary>Folds one batch of plant readings; one that is not above its collector's last sequence changes nothing.</summary>
    public FoldOutcome Fold(ReadingBatch batch, DateTimeOffset receivedAt)
    {
        _plant.BeginBatch();
        if (!_sequences.TryAdvance(batch))
            return FoldOutcome.AlreadyFolded;

        IsDirty = true;
        if (!batch.Location.IsPlant || batch.Location.Facility != Facility.Id)
            return new(false, true, default, Energy.Zero);

        var counts = default(ReadingCounts);
        var readings = batch.Readings.AsSpan();
        if (batch.Lane == ReadingLane.Ahead)
            return new(false, false, _plant.Show(readings, receivedAt), Energy.Zero);

        // Late positions of registers are evidence all the same.
        ReadingsDropped += _thinning.Take(batch);

        // A facility's minutes are made of several meters at one instant, which what one of them kept cannot restate.
        if (batch.Lane == ReadingLane.Historical)
            return new(false, false, new ReadingCounts { Stale = readings.Length }, Energy.Zero);

        for (var start = 0; start < readings.Length;)
        {
            var end = start + 1;
            while (end < readings.Length && readings[end].ObservedAt == readings[start].ObservedAt)
                end++;
            var taken = counts.Accepted + counts.Unusable;
            counts = _plant.FoldInstant(readings[start..end], batch, receivedAt, role => _ledger[role], counts);
            if (counts.Accepted + counts.Unusable > taken)
                Sample(readings[start].ObservedAt);
            start = end;
        }

        return new(false, false, counts, _plant.TakeBeyond());
    }

    /// <summary>Readings of the last batch that were new, in their order. Until the next fold.</summary>
    public ReadOnlySpan<Reading> Taken => _plant.Taken;

    /// <summary>Takes a room's report; false when it is not newer than the room's last, or of another facility.</summary>
    public bool Report(RoomReport report)
    {
        if (!_rooms.Take(report, _ledger.Racks))
            return false;

        IsDirty = true;
        if (_firstCategory is null)
            _minutes.Take(FacilitySeries.ItPower, _rooms.ItPower(report.At)?.Watts, report.At);
        _minutes.NoteRacks(_rooms.Tally(report.At).Live, report.At);
        return true;
    }

    /// <summary>Rows that are due since the last call; a row replaces an earlier one of the same key.</summary>
    public HistoryBatch TakeRows(DateTimeOffset now)
    {
        if (now >= _nextForgetAt)
        {
            _plant.Forget(now - PointTable.OldestBackfill);
            _nextForgetAt = now + TimeSpan.FromHours(1);
        }

        var minutes = ImmutableArray.CreateBuilder<FacilityMinute>();
        var intervals = ImmutableArray.CreateBuilder<FacilityInterval>();
        _minutes.TakeRows(now, minutes);
        _ledger.TakeRows(now, intervals);
        var readings = _thinning.TakeRows(now);
        return minutes.Count + intervals.Count + readings.Length == 0
            ? HistoryBatch.Empty
            : new([], minutes.DrainToImmutable(), intervals.DrainToImmutable()) { MeterReadings = readings };
    }

    public FacilitySnapshot Snapshot(DateTimeOffset now)
    {
        Version = Math.Max(Version + 1, now.ToUnixTimeMilliseconds());
        var total = TotalPower(now);
        var it = ItPower(now);
        var racks = _rooms.Tally(now);
        return new(
            Facility.Id, Version, now, total, it, CoolingPower(now),
            total is { } entering && it is { Watts: > 0 } used ? entering / used : null,
            _ledger.PueToday(_rooms.AllRacksMetered, now),
            _ledger.Today(MeterRoles.Entering, now),
            _firstCategory is { } category ? _ledger.Today([category.ItRole()], now) : _ledger.RacksToday(now),
            racks.Total, racks.Live, racks.Stale, racks.NeverSeen, racks.InWarning, racks.Critical, racks.HottestInlet,
            _plant.OutdoorTemperature(now, _promisedAge, isInOrder: false), _plant.Latest())
        {
            CoolantToday = _ledger.CoolantToday(now) is { } loop ? new(loop.Upper, loop.It) : null,
        };
    }

    /// <summary>Everything that must survive, as of now; what follows does not change it.</summary>
    public FacilityImage Save()
    {
        IsDirty = false;
        return new(
            Facility.Id, Version, _plant.SavePoints(), _plant.SaveMeters(), _ledger.Save(), _rooms.Save(),
            _minutes.SaveSeries(), _minutes.SavePending(), _minutes.SaveClosedThrough(), _ledger.SavePairedSince(),
            _sequences.Save())
        {
            Thinned = _thinning.Save(),
            KeptReadings = _thinning.SaveKept(),
        };
    }

    void Sample(DateTimeOffset at)
    {
        _minutes.Take(FacilitySeries.TotalPower, TotalPower(at, isInOrder: true)?.Watts, at);
        if (_firstCategory is not null)
            _minutes.Take(FacilitySeries.ItPower, ItPower(at, isInOrder: true)?.Watts, at);
        _minutes.Take(FacilitySeries.CoolingPower, CoolingPower(at, isInOrder: true)?.Watts, at);
        _minutes.Take(FacilitySeries.OutdoorTemperature, _plant.OutdoorTemperature(at, _promisedAge, isInOrder: true)?.Celsius, at);
    }

    Power? TotalPower(DateTimeOffset now, bool isInOrder = false) => _plant.PowerOf(MeterRoles.Entering, now, _promisedAge, isInOrder);

    Power? CoolingPower(DateTimeOffset now, bool isInOrder = false) => _plant.PowerOf([MeterRole.Cooling], now, _promisedAge, isInOrder);

    Power? ItPower(DateTimeOffset now, bool isInOrder = false) => _firstCategory is { } category
        ? _plant.PowerOf([category.ItRole()], now, _promisedAge, isInOrder)
        : _rooms.ItPower(now);
}
