using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Racks;

/// <summary>
/// A rack's minutes from their first reading until nothing can change them any more. A minute is told when the rack's
/// readings have passed its end, or two minutes after it; and told again when a later reading changes it.
/// </summary>
sealed class RackMinutes(RackId rack, TimeSpan promisedAge, RackImage? image)
{
    /// <summary>
    /// How long a minute is held for a device that went silent while others of the rack go on. What comes later than
    /// that is in the 15-minute intervals only: holding more would cost memory for every dead feed of a province.
    /// </summary>
    static readonly TimeSpan WaitForSilent = TimeSpan.FromHours(2);

    static readonly TimeSpan TellAfter = TimeSpan.FromMinutes(2);

    readonly List<PendingMinute> _minutes = image is null ? [] : [.. image.Minutes];
    MinuteSeries _power = image?.Power ?? default;
    MinuteSeries _inlet = image?.Inlet ?? default;
    DateTimeOffset _newestAt = image?.NewestAt ?? default;
    DateTimeOffset _closedThrough = image?.ClosedThrough ?? default;

    /// <summary>The last time in which nothing of the rack was read at all.</summary>
    (DateTimeOffset From, DateTimeOffset To) _silence;

    public void NoteTime(DateTimeOffset observedAt)
    {
        if (observedAt <= _newestAt)
            return;
        if (_newestAt != default && observedAt - _newestAt > TellAfter)
            _silence = (_newestAt, observedAt);
        _newestAt = observedAt;
    }

    /// <summary>
    /// Whether a minute can still be told anew without the loss of what its row has: it is held, or none has been told of
    /// it. Of a metered rack the energy of a minute that was let go is in the row and no longer here.
    /// </summary>
    public bool IsOpen(DateTimeOffset minute, bool isMetered) =>
        IndexOf(minute) >= 0 || minute > _closedThrough
        || (!isMetered && minute >= _silence.From && minute + IntervalGrid.Minute <= _silence.To);

    /// <summary>Fills in the power of a minute that <see cref="IsOpen"/>; what was measured live stands.</summary>
    /// <param name="isOurs">Whether what stands there was filled in before.</param>
    /// <returns>Whether it was filled in.</returns>
    public bool RecallPower(DateTimeOffset minute, MinuteRollup power, bool isOurs) =>
        Recall(minute, isOurs, static pending => pending.Power, pending => pending with { Power = power });

    /// <summary>As <see cref="RecallPower"/>, of the inlet temperature.</summary>
    public bool RecallInlet(DateTimeOffset minute, MinuteRollup inlet, bool isOurs) =>
        Recall(minute, isOurs, static pending => pending.Inlet, pending => pending with { Inlet = inlet });

    public void TakePower(double? watts, DateTimeOffset at, List<KeyValuePair<DateTimeOffset, MinuteRollup>> closed)
    {
        if (_power.HasValue && at < _power.At)
            return;

        closed.Clear();
        _power = _power.Take(watts, at, promisedAge, closed);
        foreach (var (minute, rollup) in closed)
            Change(minute, rollup, static (pending, rollup) => pending with { Power = rollup });
        Change(_power.Minute, 0, static (pending, _) => pending);
    }

    public void TakeInlet(double? celsius, DateTimeOffset at, List<KeyValuePair<DateTimeOffset, MinuteRollup>> closed)
    {
        if (_inlet.HasValue && at < _inlet.At)
            return;

        closed.Clear();
        _inlet = _inlet.Take(celsius, at, promisedAge, closed);
        foreach (var (minute, rollup) in closed)
            Change(minute, rollup, static (pending, rollup) => pending with { Inlet = rollup });
        Change(_inlet.Minute, 0, static (pending, _) => pending);
    }

    /// <summary>Adds one meter's energy of a minute; the whole minute when that made it complete.</summary>
    public IntervalPiece? Add(in IntervalPiece piece, int meters)
    {
        Change(piece.From, (piece, meters), static (pending, added) => pending with
        {
            Energy = (pending.Energy.Known == 0 ? pending.Energy with { Expected = added.meters } : pending.Energy)
                .Plus(added.piece.WattHours, added.piece.EstimatedWattHours, added.piece.Quality, default),
        });
        var index = IndexOf(piece.From);
        return index >= 0 && _minutes[index].Energy is { IsComplete: true } whole
            ? new(whole.From, whole.WattHours, whole.EstimatedWattHours, whole.Quality)
            : null;
    }

    /// <param name="metersReadThrough">Instant up to which every meter of the rack was read: no energy of a minute before it is still to come.</param>
    public void TakeRows(DateTimeOffset now, DateTimeOffset metersReadThrough, ImmutableArray<RackMinute>.Builder rows)
    {
        var kept = 0;
        for (var index = 0; index < _minutes.Count; index++)
        {
            var pending = _minutes[index];
            var end = pending.Minute + IntervalGrid.Minute;
            var isWhole = metersReadThrough >= end;
            if (!pending.IsTold && (now >= end + TellAfter || (isWhole && HasPassed(end, promisedAge))))
            {
                rows.Add(RowOf(pending));
                pending = pending with { IsTold = true };
            }

            if (pending.IsTold && ((isWhole && !IsHeldForHistory(pending) && HasPassed(end, WaitForSilent)) || end < _newestAt - WaitForSilent))
                _closedThrough = pending.Minute > _closedThrough ? pending.Minute : _closedThrough;
            else
                _minutes[kept++] = pending;
        }

        _minutes.RemoveRange(kept, _minutes.Count - kept);
    }

    public RackImage Save(
        ImmutableArray<Reading> latest, ImmutableArray<EnergyMeter> meters, ImmutableArray<EnergySlot> quarters, DayEnergy today) =>
        new(rack, latest, meters, _power, _inlet, [.. _minutes], quarters, _newestAt, _closedThrough, today);

    // A device may have kept what nobody heard: the rest of the row must still be here when it tells.
    bool IsHeldForHistory(in PendingMinute pending) =>
        (pending.Power is null && _power.HasValue && pending.Minute < _power.Minute)
        || (pending.Inlet is null && _inlet.HasValue && pending.Minute < _inlet.Minute);

    bool Recall(
        DateTimeOffset minute, bool isOurs, Func<PendingMinute, MinuteRollup?> standing, Func<PendingMinute, PendingMinute> fill)
    {
        var index = IndexOf(minute);
        if (index < 0)
            _minutes.Insert(index = ~index, new(null, null, EnergySlot.Empty(minute, 0), false));
        if (standing(_minutes[index]) is not null && !isOurs)
            return false;

        _minutes[index] = fill(_minutes[index]) with { IsTold = false };
        return true;
    }

    RackMinute RowOf(in PendingMinute pending) => new(
        rack,
        pending.Minute,
        pending.Power ?? (_power.Minute == pending.Minute ? _power.Current : null),
        pending.Inlet ?? (_inlet.Minute == pending.Minute ? _inlet.Current : null),
        pending.Energy.IsComplete ? new Energy(pending.Energy.WattHours) : null,
        pending.Energy.IsComplete ? pending.Energy.Quality : IntervalQuality.Missing);

    /// <summary>Whether both series are beyond the minute; one that has been silent for longer than <paramref name="wait"/> is not waited for.</summary>
    bool HasPassed(DateTimeOffset end, TimeSpan wait) =>
        (!_power.HasValue || _power.At >= end || _newestAt - _power.At > wait)
        && (!_inlet.HasValue || _inlet.At >= end || _newestAt - _inlet.At > wait);

    // A minute that was let go is complete in history; a row made of the remainder alone would replace it.
    void Change<T>(DateTimeOffset minute, T with, Func<PendingMinute, T, PendingMinute> change)
    {
        var index = IndexOf(minute);
        if (index < 0 && minute <= _closedThrough)
            return;
        if (index < 0)
            _minutes.Insert(~index, new(null, null, EnergySlot.Empty(minute, 0), false));

        var at = index < 0 ? ~index : index;
        var before = _minutes[at];
        var after = change(before, with);
        if (after != before)
            _minutes[at] = after with { IsTold = false };
    }

    int IndexOf(DateTimeOffset minute)
    {
        for (var index = _minutes.Count - 1; index >= 0; index--)
        {
            if (_minutes[index].Minute == minute)
                return index;
            if (_minutes[index].Minute < minute)
                return ~(index + 1);
        }

        return ~0;
    }
}
