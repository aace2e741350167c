using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Quality;

/// <summary>
/// What a room counts of its racks' readings as they come: a week of local days by class, in memory that was taken beforehand.
/// Nothing is allocated for a reading.
/// </summary>
public sealed class RoomQuality
{
    /// <summary>Today and the seven days before.</summary>
    public const int DaysKept = 8;

    /// <summary>A rack owes a record of each class that it has once in this time.</summary>
    public static readonly TimeSpan Record = TimeSpan.FromMinutes(5);

    static readonly int Classes = Enum.GetValues<PointClass>().Length;
    static readonly int Kinds = Enum.GetValues<QualityCount>().Length;

    readonly int[] _days = new int[DaysKept * Classes];
    readonly int[] _counts = new int[DaysKept * Classes * Kinds];
    readonly int[] _arrivals = new int[DaysKept * Classes * ArrivalClasses.Count];
    readonly int[] _lastRecord;
    BusinessPeriod _day;
    int _dayNumber;

    /// <param name="racks">Racks of the room.</param>
    /// <param name="saved">Days as they were saved; empty or default for none.</param>
    public RoomQuality(int racks, ImmutableArray<QualityDay> saved)
    {
        _lastRecord = new int[racks * Classes];
        foreach (var day in saved.IsDefault ? [] : saved)
        {
            if (PlaceOf(day.DayNumber, day.Class) is not (>= 0 and var place))
                continue;
            day.Counts.AsSpan(0, Math.Min(day.Counts.Length, Kinds)).CopyTo(_counts.AsSpan(place * Kinds));
            day.Arrivals.AsSpan(0, Math.Min(day.Arrivals.Length, ArrivalClasses.Count)).CopyTo(_arrivals.AsSpan(place * ArrivalClasses.Count));
        }
    }

    /// <summary>Counts one reading of a rack.</summary>
    /// <param name="isDuplicate">Of a stale one: whether its point had that instant already.</param>
    public void Note(int rack, in Reading reading, ReadingOutcome outcome, bool isDuplicate, DateTimeOffset receivedAt)
    {
        if (PointClasses.Of(reading.Point.Quantity) is not { } of)
            return;

        var isTimed = outcome is not (ReadingOutcome.FromTheFuture or ReadingOutcome.TooOld);
        var at = isTimed ? reading.ObservedAt : receivedAt;
        if (PlaceOf(DayNumberOf(at), of) is not (>= 0 and var place))
            return;

        var counts = _counts.AsSpan(place * Kinds, Kinds);
        counts[(int)QualityCount.Samples]++;
        Count(counts, reading, outcome, isDuplicate);
        var way = receivedAt - reading.ObservedAt;
        _arrivals[(place * ArrivalClasses.Count) + ArrivalClasses.Of(way)]++;
        if (isTimed && way <= Timeliness.LiveLimit)
            counts[(int)QualityCount.OnTime]++;
        if (outcome == ReadingOutcome.Accepted)
            NoteRecord(rack, of, at, counts);
    }

    /// <summary>By day, then class; days without any reading are not there.</summary>
    public ImmutableArray<QualityDay> Save()
    {
        var days = ImmutableArray.CreateBuilder<QualityDay>();
        for (var place = 0; place < _days.Length; place++)
        {
            if (_days[place] == 0)
                continue;

            days.Add(new(
                _days[place], (PointClass)(place % Classes), [.. _counts.AsSpan(place * Kinds, Kinds)],
                [.. _arrivals.AsSpan(place * ArrivalClasses.Count, ArrivalClasses.Count)]));
        }

        days.Sort((one, other) => (one.DayNumber, one.Class).CompareTo((other.DayNumber, other.Class)));
        return days.DrainToImmutable();
    }

    /// <summary>The last record of each rack and class: what keeps a record from being counted again after a restart.</summary>
    public ImmutableArray<int> SaveRecords() => [.. _lastRecord];

    /// <param name="last">By class; a class that came later is left out.</param>
    public void RestoreRecords(int rack, ReadOnlySpan<int> last) =>
        last[..Math.Min(last.Length, Classes)].CopyTo(_lastRecord.AsSpan(rack * Classes));

    static void Count(Span<int> counts, in Reading reading, ReadingOutcome outcome, bool isDuplicate)
    {
        var count = outcome switch
        {
            ReadingOutcome.Stale => isDuplicate ? QualityCount.Duplicates : QualityCount.OutOfOrder,
            ReadingOutcome.Unusable => QualityCount.Empty,
            ReadingOutcome.Implausible => QualityCount.OutOfRange,
            ReadingOutcome.FromTheFuture or ReadingOutcome.TooOld => QualityCount.OutOfPeriod,
            ReadingOutcome.Excess => QualityCount.Refused,
            _ when reading.Value is { } value && !PointClasses.IsPossible(reading.Point.Quantity, value) => QualityCount.OutOfRange,
            _ => QualityCount.Samples,
        };
        if (count != QualityCount.Samples)
            counts[(int)count]++;
    }

    void NoteRecord(int rack, PointClass of, DateTimeOffset at, Span<int> counts)
    {
        var record = (int)(at.UtcTicks / Record.Ticks);
        ref var last = ref _lastRecord[(rack * Classes) + (int)of];
        if (record == last)
            return;

        last = record;
        counts[(int)QualityCount.Records]++;
        var ofDay = (int)((at - _day.From).Ticks / Record.Ticks) + 1;
        ref var first = ref counts[(int)QualityCount.FirstRecord];
        first = first == 0 || ofDay < first ? ofDay : first;
    }

    // The day before is asked for only around midnight and by a backlog.
    int DayNumberOf(DateTimeOffset at)
    {
        if (_day.Contains(at))
            return _dayNumber;

        _day = BusinessCalendar.Shanghai.DayOf(at);
        return _dayNumber = BusinessCalendar.Shanghai.LocalDate(at).DayNumber;
    }

    /// <summary>Where a day of a class is counted; the oldest makes room for a new one. Negative for a day that was let go.</summary>
    int PlaceOf(int dayNumber, PointClass of)
    {
        var place = (dayNumber % DaysKept * Classes) + (int)of;
        if (_days[place] == dayNumber)
            return place;
        if (_days[place] > dayNumber)
            return -1;

        _days[place] = dayNumber;
        _counts.AsSpan(place * Kinds, Kinds).Clear();
        _arrivals.AsSpan(place * ArrivalClasses.Count, ArrivalClasses.Count).Clear();
        return place;
    }
}
