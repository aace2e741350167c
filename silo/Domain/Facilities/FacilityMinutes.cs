using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Facilities;

/// <summary>
/// A facility's minutes from their first value until nothing can change them any more. A minute is told when all series
/// have passed its end, or two minutes after it; and told again when a later reading changes it.
/// </summary>
sealed class FacilityMinutes(FacilityId facility, TimeSpan promisedAge, FacilityImage? image)
{
    static readonly TimeSpan TellAfter = TimeSpan.FromMinutes(2);

    /// <summary>How long a minute waits for a series that has stopped while others go on.</summary>
    static readonly TimeSpan WaitForSilent = TimeSpan.FromHours(2);

    readonly MinuteSeries[] _series = image is null ? new MinuteSeries[4] : [.. image.Series];
    readonly List<PendingFacilityMinute> _minutes = image is null ? [] : [.. image.PendingMinutes];
    readonly List<KeyValuePair<DateTimeOffset, MinuteRollup>> _closed = [];
    DateTimeOffset _closedThrough = image?.ClosedThrough ?? default;

    DateTimeOffset NewestAt => _series.Max(series => series.At);

    public void Take(FacilitySeries which, double? value, DateTimeOffset at)
    {
        ref var series = ref _series[(int)which];
        if ((series.HasValue && at < series.At) || (!series.HasValue && value is null))
            return;

        _closed.Clear();
        series = series.Take(value, at, promisedAge, _closed);
        foreach (var (minute, rollup) in _closed)
            Change(minute, pending => pending.With(which, rollup));
        Change(series.Minute, pending => pending with { IsTold = false });
    }

    public void NoteRacks(int live, DateTimeOffset at) =>
        Change(IntervalGrid.Floor(at, IntervalGrid.Minute), pending => pending with { RacksLive = live });

    public void TakeRows(DateTimeOffset now, ImmutableArray<FacilityMinute>.Builder rows)
    {
        var newest = NewestAt;
        var kept = 0;
        for (var index = 0; index < _minutes.Count; index++)
        {
            var pending = _minutes[index];
            var end = pending.Minute + IntervalGrid.Minute;
            if (!pending.IsTold && (now >= end + TellAfter || HasPassed(end, newest, promisedAge)))
            {
                rows.Add(RowOf(pending));
                pending = pending with { IsTold = true };
            }

            if (pending.IsTold && HasPassed(end, newest, WaitForSilent))
                _closedThrough = pending.Minute > _closedThrough ? pending.Minute : _closedThrough;
            else
                _minutes[kept++] = pending;
        }

        _minutes.RemoveRange(kept, _minutes.Count - kept);
    }

    public ImmutableArray<MinuteSeries> SaveSeries() => [.. _series];

    public ImmutableArray<PendingFacilityMinute> SavePending() => [.. _minutes];

    public DateTimeOffset SaveClosedThrough() => _closedThrough;

    FacilityMinute RowOf(in PendingFacilityMinute pending) => new(
        facility,
        pending.Minute,
        RollupOf(pending, FacilitySeries.TotalPower),
        RollupOf(pending, FacilitySeries.ItPower),
        RollupOf(pending, FacilitySeries.CoolingPower),
        RollupOf(pending, FacilitySeries.OutdoorTemperature)?.Mean,
        pending.RacksLive);

    MinuteRollup? RollupOf(in PendingFacilityMinute pending, FacilitySeries which) =>
        pending[which] ?? (_series[(int)which].Minute == pending.Minute ? _series[(int)which].Current : null);

    bool HasPassed(DateTimeOffset end, DateTimeOffset newest, TimeSpan wait) =>
        newest >= end && Array.TrueForAll(_series, series => !series.HasValue || series.At >= end || newest - series.At > wait);

    // A minute that was let go is complete in history; a row made of the remainder alone would replace it.
    void Change(DateTimeOffset minute, Func<PendingFacilityMinute, PendingFacilityMinute> change)
    {
        var index = _minutes.FindLastIndex(pending => pending.Minute <= minute);
        var isKnown = index >= 0 && _minutes[index].Minute == minute;
        if (!isKnown && minute <= _closedThrough)
            return;
        if (!isKnown)
            _minutes.Insert(++index, new(minute, null, null, null, null, 0, false));

        var before = _minutes[index];
        var after = change(before);
        if (after != before)
            _minutes[index] = after with { IsTold = false };
    }
}
