using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Racks;

/// <summary>
/// A rack's state as a fold over its readings: deterministic, without a clock, one writer. A reading is accepted here and
/// nowhere else. Time is the readings' own; only the window of what can still be restated is counted from arrival.
/// </summary>
public sealed class RackState
{
    readonly TimeSpan _promisedAge;
    readonly PointTable _points;
    readonly MeterTable _meters;
    readonly RackMinutes _minutes;
    readonly EnergySlots _quarters;
    readonly FoldScratch _scratch;
    readonly AheadView _ahead = new();
    readonly RecalledMinutes _recalled;
    DayEnergy _today;

    /// <param name="promisedAge">Age up to which a value counts as live: three missed intervals.</param>
    public RackState(Rack rack, TimeSpan promisedAge)
        : this(rack, promisedAge, null, new())
    {
    }

    internal RackState(Rack rack, TimeSpan promisedAge, RackImage? image, FoldScratch scratch)
    {
        Rack = rack;
        _promisedAge = promisedAge;
        _scratch = scratch;
        _points = image is null ? new() : new(image.Latest);
        _meters = image is null ? new() : new(image.Meters);
        _minutes = new(rack.Id, promisedAge, image);
        _quarters = image is null ? new() : new(image.Quarters);
        _recalled = new(image);
        _today = image?.Today ?? default;
    }

    public Rack Rack { get; }

    /// <summary>Whether some device of the rack tells energy or power: only then can its energy be known.</summary>
    public bool IsMetered => _meters.Count > 0;

    /// <summary>Takes one reading. Readings of one device and instant belong together: give them as one batch to the room.</summary>
    /// <param name="register">Traits of the register; without them an energy reading is shown but proves no energy.</param>
    public ReadingOutcome Apply(in Reading reading, RegisterTraits? register, DateTimeOffset receivedAt)
    {
        _scratch.Pieces.ReceivedAt = receivedAt;
        _scratch.Taken.Clear();
        var outcome = Take(reading, register, receivedAt);
        if (outcome is ReadingOutcome.Accepted or ReadingOutcome.Unusable)
            Sample(reading.ObservedAt, IsFeed(reading), IsInlet(reading));
        return outcome;
    }

    /// <summary>Takes a batch. Within one instant registers come last, so that the evidence and power of that instant are known.</summary>
    internal ReadingCounts Fold(ReadOnlySpan<Reading> readings, ImmutableArray<RegisterTraits> registers, DateTimeOffset receivedAt)
    {
        _scratch.Pieces.ReceivedAt = receivedAt;
        var counts = default(ReadingCounts);
        for (var start = 0; start < readings.Length;)
        {
            var at = readings[start].ObservedAt;
            var end = start + 1;
            while (end < readings.Length && readings[end].ObservedAt == at)
                end++;

            var (feeds, inlets) = (false, false);
            foreach (ref readonly var reading in readings[start..end])
            {
                if (IsRegister(reading))
                    continue;
                var outcome = Take(reading, null, receivedAt);
                counts = counts.Plus(outcome);
                var isTaken = outcome is ReadingOutcome.Accepted or ReadingOutcome.Unusable;
                feeds |= isTaken && IsFeed(reading);
                inlets |= isTaken && IsInlet(reading);
            }

            foreach (ref readonly var reading in readings[start..end])
            {
                if (IsRegister(reading))
                    counts = counts.Plus(Take(reading, TraitsOf(reading.Point, registers), receivedAt));
            }

            Sample(at, feeds, inlets);
            start = end;
        }

        return counts;
    }

    /// <summary>Shows readings that came past a backlog; they change nothing that is kept.</summary>
    internal ReadingCounts Show(ReadOnlySpan<Reading> readings, DateTimeOffset receivedAt) =>
        _ahead.Take(readings, _points, receivedAt, _scratch.Taken);

    /// <summary>Takes what a device had kept while nobody heard it into minutes that have nothing; nothing else changes.</summary>
    internal ReadingCounts Recall(ReadOnlySpan<Reading> readings, DateTimeOffset receivedAt)
    {
        var counts = default(ReadingCounts);
        var touched = new HashSet<DateTimeOffset>();
        foreach (ref readonly var reading in readings)
        {
            var minute = IntervalGrid.Floor(reading.ObservedAt, IntervalGrid.Minute);
            var outcome = reading.ObservedAt > receivedAt + PointTable.AllowedSkew ? ReadingOutcome.FromTheFuture
                : reading.ObservedAt < receivedAt - PointTable.OldestBackfill ? ReadingOutcome.TooOld
                : !PointTable.IsUsable(reading) ? ReadingOutcome.Unusable
                : (IsFeed(reading) || IsInlet(reading)) && _minutes.IsOpen(minute, IsMetered) ? ReadingOutcome.Accepted
                : ReadingOutcome.Stale;
            counts = counts.Plus(outcome);
            if (outcome != ReadingOutcome.Accepted)
                continue;

            _recalled.Add(reading);
            _scratch.Taken.Add(reading);
            touched.Add(minute);
        }

        foreach (var minute in touched)
        {
            if (_recalled.PowerOf(minute, _points) is { } power && _minutes.RecallPower(minute, power, _recalled.IsTold(minute, Quantity.ActivePower)))
                _recalled.NoteTold(minute, Quantity.ActivePower);
            if (_recalled.InletOf(minute) is { } inlet && _minutes.RecallInlet(minute, inlet, _recalled.IsTold(minute, Quantity.InletTemperature)))
                _recalled.NoteTold(minute, Quantity.InletTemperature);
        }

        return counts;
    }

    internal void TakeRows(DateTimeOffset now, ImmutableArray<RackMinute>.Builder rows) =>
        _minutes.TakeRows(now, _meters.ReadThrough, rows);

    internal RackVitals Vitals(DateTimeOffset now) => RackVitals.Of(_ahead.Of(_points), now, _promisedAge);

    public RackSnapshot Snapshot(DateTimeOffset now)
    {
        var vitals = Vitals(now);
        return new(
            Rack.Id, now, vitals.LastObservedAt, vitals.Freshness, vitals.Power, vitals.HottestInlet, _today.AsOf(now),
            Rack.ProvisionedPower, vitals.Condition, PointOrder.Sorted(_ahead.Of(_points).Latest));
    }

    public RackSummary Summary(DateTimeOffset now)
    {
        var vitals = Vitals(now);
        return new(
            Rack.Id, vitals.Freshness, vitals.Condition, vitals.Power, Rack.ProvisionedPower, vitals.HottestInlet,
            vitals.LastObservedAt);
    }

    public RackImage Save() => _minutes.Save(_points.Save(), _meters.Save(), _quarters.Save(), _today) with { Recalled = _recalled.Save() };

    /// <summary>Forgets what was last heard of before: a point that was taken out of service.</summary>
    internal void Forget(DateTimeOffset before)
    {
        _recalled.Forget(minute => _minutes.IsOpen(minute, IsMetered));
        if (_points.Forget(before) > 0)
            _meters.Forget(before);
    }

    static bool IsRegister(in Reading reading) =>
        reading.Point is { Quantity: Quantity.ActiveEnergy, Part: PartKind.Total };

    static bool IsFeed(in Reading reading) => reading.Point is { Quantity: Quantity.ActivePower, Part: PartKind.Total };

    static bool IsInlet(in Reading reading) => reading.Point.Quantity == Quantity.InletTemperature;

    static RegisterTraits? TraitsOf(in PointId point, ImmutableArray<RegisterTraits> registers)
    {
        foreach (var traits in registers)
        {
            if (traits.Point == point)
                return traits;
        }

        return null;
    }

    ReadingOutcome Take(in Reading reading, RegisterTraits? register, DateTimeOffset receivedAt)
    {
        var outcome = _points.Judge(reading, receivedAt);
        if (outcome is not (ReadingOutcome.Accepted or ReadingOutcome.Unusable))
            return outcome;

        var pieces = _scratch.Pieces;
        if (outcome == ReadingOutcome.Accepted && IsRegister(reading) && register is not null)
        {
            if (!_meters.Read(reading, register, _points, pieces))
                return ReadingOutcome.Implausible;
        }
        else if (outcome == ReadingOutcome.Accepted && IsFeed(reading))
        {
            _meters.Sample(reading, pieces);
        }

        _points.Keep(reading);
        _scratch.Taken.Add(reading);
        _ahead.Follow(reading, receivedAt);
        _minutes.NoteTime(reading.ObservedAt);
        if (pieces.Minutes.Count > 0 || pieces.Quarters.Count > 0)
            Absorb(pieces);
        return outcome;
    }

    void Absorb(EnergyPieces pieces)
    {
        foreach (var piece in pieces.Minutes)
        {
            _today = _today.Plus(piece.From, piece.WattHours);
            if (_minutes.Add(piece, _meters.Count) is { } whole)
                _scratch.RackMinutes.Add(whole);
        }

        foreach (var piece in pieces.Quarters)
        {
            var slot = _quarters.GetOrEmpty(piece.From, _meters.Count)
                .Plus(piece.WattHours, piece.EstimatedWattHours, piece.Quality, pieces.ReceivedAt);
            if (!slot.IsComplete)
            {
                _quarters.Put(slot);
                continue;
            }

            _quarters.Remove(piece.From);
            _scratch.RackQuarters.Add(new(slot.From, slot.WattHours, slot.EstimatedWattHours, slot.Quality));
        }

        pieces.Clear();
        LetGo(pieces);
    }

    /// <summary>Lets intervals go that one feed never completed; what the other feeds proved of them is counted, not lost.</summary>
    void LetGo(EnergyPieces pieces)
    {
        var oldest = pieces.ReceivedAt - EnergyPieces.QuarterWindow - IntervalGrid.Quarter;
        while (_quarters.Count > 0 && _quarters[0].From < oldest)
        {
            pieces.AddBeyond(_quarters[0].WattHours);
            _quarters.Remove(_quarters[0].From);
        }
    }

    void Sample(DateTimeOffset at, bool feeds, bool inlets)
    {
        if (feeds)
        {
            RackVitals.TryPower(_points, at, _promisedAge, out var watts);
            _minutes.TakePower(watts, at, _scratch.Closed);
        }

        if (inlets)
            _minutes.TakeInlet(RackVitals.HottestOf(_points, at, _promisedAge), at, _scratch.Closed);
    }
}
