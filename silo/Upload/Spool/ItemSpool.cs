using DcOps.Domain.Topology;
using DcOps.Upload.Configuration;
using DcOps.Upload.Items;
using Microsoft.Extensions.Logging;

namespace DcOps.Upload.Spool;

/// <summary>
/// Keeps items on disk for half a year and remembers which destination has which: ordered by period, bounded by age and size. An item
/// survives <c>kill -9</c> and a power cut from <see cref="Append"/> on. Safe for several threads.
/// </summary>
public sealed partial class ItemSpool
{
    // Enough for the days that live items lie in, so that a backlog's days come and go beside them.
    const int MostLoadedDays = 8;

    readonly Lock _gate = new();
    readonly string _folder;
    readonly ImmutableArray<string> _destinations;
    readonly SpoolBounds _bounds;
    readonly ILogger<ItemSpool> _logger;
    readonly SortedDictionary<DateOnly, SpoolDay> _days = [];
    readonly List<DateOnly> _recent = [];
    TaskCompletionSource _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);

    ItemSpool(string folder, ImmutableArray<string> destinations, SpoolBounds bounds, ILogger<ItemSpool> logger)
    {
        (_folder, _destinations, _bounds, _logger) = (folder, destinations, bounds, logger);
        Directory.CreateDirectory(folder);
        foreach (var date in SpoolDay.Existing(folder).ToList())
        {
            var day = SpoolDay.Open(folder, date, destinations, out var torn);
            if (torn > 0)
                LogTorn(date, torn);
            if (day.Damaged > 0)
                LogDamaged(date, day.Damaged);
            UploadMetrics.Dropped("damaged", day.Damaged);
            _days[date] = day;
        }
    }

    /// <exception cref="IOException">The folder cannot be read or written.</exception>
    public static ItemSpool Open(string folder, ImmutableArray<string> destinations, SpoolBounds bounds, ILogger<ItemSpool> logger) =>
        new(folder, destinations, bounds, logger);

    public long Bytes
    {
        get
        {
            lock (_gate)
                return _days.Values.Sum(day => day.Bytes);
        }
    }

    /// <summary>Ends when items were appended after the asking.</summary>
    public Task Arrival
    {
        get
        {
            lock (_gate)
                return _arrival.Task;
        }
    }

    /// <summary>Keeps what is not known yet by its key; on disk when this returns.</summary>
    /// <returns>How many were new.</returns>
    /// <exception cref="IOException">The disk refused; the same items may be given again.</exception>
    public int Append(IReadOnlyCollection<UploadItem> items)
    {
        lock (_gate)
        {
            var fresh = 0;
            foreach (var group in items.GroupBy(item => BusinessCalendar.Shanghai.LocalDate(item.PeriodStart)))
                fresh += DayOf(group.Key).Append(group);
            Bound();
            if (fresh > 0)
            {
                _arrival.TrySetResult();
                _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return fresh;
        }
    }

    /// <summary>The newest revision of what an item is about; null when none is kept.</summary>
    public UploadItem? NewestOf(UploadItem item)
    {
        lock (_gate)
            return _days.TryGetValue(BusinessCalendar.Shanghai.LocalDate(item.PeriodStart), out var day) ? Use(day).NewestOf(item) : null;
    }

    /// <summary>The next items of one lane for a destination, of one device, by time of their period.</summary>
    public ImmutableArray<SpooledItem> Take(string destination, UploadLane lane, int most, DateTimeOffset now)
    {
        lock (_gate)
        {
            var taken = new List<SpooledItem>();
            foreach (var date in lane == UploadLane.Live ? LiveTimes.Days(now) : [.. _days.Keys])
            {
                if (_days.TryGetValue(date, out var day) && day.PendingOf(destination) > 0)
                    taken.AddRange(Use(day).Pending(destination).Where(each => LiveTimes.LaneOf(each.Item, now) == lane).Take(most));
                if (taken.Count >= most)
                    break;
            }

            return [.. taken.Where(each => each.Item.Device == taken[0].Item.Device).Take(most)];
        }
    }

    /// <summary>Remembers what became of items at a destination.</summary>
    public void Settle(string destination, IReadOnlyCollection<SpooledItem> items, ItemState state)
    {
        lock (_gate)
        {
            foreach (var group in items.GroupBy(item => item.Day))
            {
                if (_days.TryGetValue(group.Key, out var day))
                    day.Settle(destination, group.Select(item => item.Line), state);
            }
        }
    }

    /// <summary>Items without acknowledgement, and the day of the oldest; null when there is none.</summary>
    public (long Count, DateOnly? Oldest) PendingOf(string destination)
    {
        lock (_gate)
        {
            var pending = _days.Values.Where(day => day.PendingOf(destination) > 0).ToList();
            return (pending.Sum(day => (long)day.PendingOf(destination)), pending.Count > 0 ? pending[0].Day : null);
        }
    }

    /// <summary>Items of some local days as they are kept, every revision; for checks and for export.</summary>
    public ImmutableArray<UploadItem> ItemsOf(DateOnly first, DateOnly end)
    {
        lock (_gate)
            return [.. _days.Where(day => day.Key >= first && day.Key < end).ToList().SelectMany(day => Use(day.Value).Items)];
    }

    /// <summary>The oldest local day that is kept; null when there is none.</summary>
    public DateOnly? First
    {
        get
        {
            lock (_gate)
                return _days.Count > 0 ? _days.First().Key : null;
        }
    }

    /// <summary>How a local day stands at a destination; nothing when the day is not kept. Months are not counted.</summary>
    public SpoolCount CountOf(string destination, DateOnly day)
    {
        lock (_gate)
            return _days.TryGetValue(day, out var kept) ? Use(kept).CountOf(destination) : default;
    }

    /// <summary>Items that a destination will never take: what the manual form is for.</summary>
    public ImmutableArray<UploadItem> RefusedBy(string destination)
    {
        lock (_gate)
            return [.. _days.Values.ToList().SelectMany(day => Use(day).Refused(destination).ToList())];
    }

    /// <summary>Lets go what is too old.</summary>
    public void Maintain(DateTimeOffset now)
    {
        lock (_gate)
        {
            var first = BusinessCalendar.Shanghai.LocalDate(now - _bounds.MostAge);
            while (_days.Count > 0 && _days.First().Value is var oldest && oldest.Day < first)
                Drop(oldest, "age");
        }
    }

    SpoolDay DayOf(DateOnly date)
    {
        if (!_days.TryGetValue(date, out var day))
            _days[date] = day = SpoolDay.Open(_folder, date, _destinations, out _);
        return Use(day);
    }

    SpoolDay Use(SpoolDay day)
    {
        _recent.Remove(day.Day);
        _recent.Add(day.Day);
        if (_recent.Count > MostLoadedDays)
        {
            _days.GetValueOrDefault(_recent[0])?.Unload();
            _recent.RemoveAt(0);
        }

        return day;
    }

    void Bound()
    {
        while (_days.Count > 1 && _days.Values.Sum(day => day.Bytes) > _bounds.MostBytes)
            Drop(_days.First().Value, "size");
    }

    void Drop(SpoolDay day, string reason)
    {
        var pending = _destinations.Sum(day.PendingOf);
        UploadMetrics.Dropped(reason, pending);
        if (pending > 0)
            LogDropped(day.Day, pending, reason);
        day.Delete();
        _days.Remove(day.Day);
        _recent.Remove(day.Day);
    }

    [LoggerMessage(LogLevel.Warning, "The upload spool of {Day} was torn by a crash: {Bytes} bytes without a whole item were cut off")]
    partial void LogTorn(DateOnly day, long bytes);

    [LoggerMessage(LogLevel.Error, "The upload spool of {Day} has {Items} damaged items: they are not sent")]
    partial void LogDamaged(DateOnly day, int items);

    [LoggerMessage(LogLevel.Error, "The upload spool let {Day} go with {Items} items that were not acknowledged: {Reason}")]
    partial void LogDropped(DateOnly day, int items, string reason);
}
