using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.History;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Grains.Alarms;

/// <summary>
/// One value beside its own last four weeks: hourly means of history, and every few minutes the mean of the last quarter of an hour.
/// Read beside the owner's turns; what was read once is kept.
/// </summary>
sealed class OwnHistory(Location place, PointId point, ImmutableArray<AnomalyRule> rules, DateTimeOffset firstAt, OwnHistory.Reader reader) : IAlarmInput
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(28);

    static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(5);
    static readonly TimeSpan Now = TimeSpan.FromMinutes(15);
    static readonly TimeSpan ShowEvery = TimeSpan.FromSeconds(10);
    static readonly SemaphoreSlim AtOnce = new(1);

    /// <summary>Half the band is never less than this share of the value: meters are not better.</summary>
    const double Resolution = 0.03;

    readonly Queue<SeenMoment> _hours = new();
    DateTimeOffset _lookAt = firstAt;
    DateTimeOffset _showAt;
    DateTimeOffset _through;
    ExpectedValue? _seen;
    Task _looking = Task.CompletedTask;

    /// <summary>Moments of a stretch, one a minute or more seldom, by time.</summary>
    public delegate Task<IReadOnlyList<SeenMoment>> Reader(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    public void Sweep(AlarmBook book, DateTimeOffset now)
    {
        if (now >= _lookAt && _looking.IsCompleted)
        {
            _lookAt = now + LookEvery;
            _looking = LookAsync(now);
        }

        if (_seen is not { } seen || now < _showAt)
            return;
        _showAt = now + ShowEvery;
        foreach (var rule in rules)
            book.Observe(rule, place, point, seen, now, now);
    }

    async Task LookAsync(DateTimeOffset now)
    {
        await AtOnce.WaitAsync();
        try
        {
            await Task.Run(() => CatchUpAsync(now));
            var latest = MeanOf(await Task.Run(() => reader(now - Now, now, CancellationToken.None)));
            _seen = latest is { } moment
                ? new ExpectedValue(point, moment.Value, ExpectedBand.Of(_hours.Select(hour => hour.Moment), moment, Likeness.Usual, moment.Value * Resolution))
                : new ExpectedValue(point, null, null);
        }
        catch (HistoryUnavailableException)
        {
            AlarmMetrics.FiguresMissed.Inc();
            _seen = new ExpectedValue(point, null, null);
        }
        finally
        {
            AtOnce.Release();
        }
    }

    // Whole hours up to the last: the present must not be part of what it is compared with.
    async Task CatchUpAsync(DateTimeOffset now)
    {
        var to = new DateTimeOffset(now.Ticks - (now.Ticks % Hour.Ticks), now.Offset) - Hour;
        var from = _through > to - Kept ? _through : to - Kept;
        if (from >= to)
            return;
        foreach (var hour in (await reader(from, to, CancellationToken.None)).GroupBy(seen => seen.At.Ticks / Hour.Ticks))
        {
            if (MeanOf([.. hour]) is { } mean)
                _hours.Enqueue(new(hour.First().At, mean));
        }

        _through = to;
        while (_hours.TryPeek(out var oldest) && oldest.At < to - Kept)
            _hours.Dequeue();
    }

    static Moment? MeanOf(IReadOnlyList<SeenMoment> seen) => seen.Count == 0 ? null : new Moment(
        seen.Average(each => each.Moment.Value), seen.Average(each => each.Moment.Load), seen[0].Moment.Hour,
        seen.Average(each => each.Moment.OutdoorCelsius));
}
