namespace DcOps.Domain.Telemetry;

/// <summary>
/// The newest reading of every point at one location, and the rule by which a reading becomes it.
/// A small array with linear search: devices report their points in the same order each time, so the search starts
/// where the last one ended and nearly always ends there too. Nothing is allocated for a point already known.
/// </summary>
public sealed class PointTable
{
    /// <summary>Points that one location may have; the largest rack PDUs report a few hundred.</summary>
    public const int MostPoints = 2_048;

    /// <summary>How far a collector's clock may run ahead of ours.</summary>
    public static readonly TimeSpan AllowedSkew = TimeSpan.FromMinutes(5);

    /// <summary>The longest outage after which a backfilled reading is still taken.</summary>
    public static readonly TimeSpan OldestBackfill = TimeSpan.FromDays(35);

    /// <summary>Before this a clock was never set.</summary>
    public static readonly DateTimeOffset EarliestClock = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    Reading[] _latest;

    // Minutes of Unix time since which each point says the same.
    int[] _sameSince;
    int _count;
    int _next;

    public PointTable() => (_latest, _sameSince) = ([], []);

    /// <summary>A table as it was saved.</summary>
    public PointTable(ImmutableArray<Reading> latest)
    {
        _latest = [.. latest];
        _sameSince = [.. latest.Select(reading => MinuteOf(reading))];
        _count = _latest.Length;
    }

    /// <summary>In the order in which the points were first seen.</summary>
    public ReadOnlySpan<Reading> Latest => _latest.AsSpan(0, _count);

    /// <summary>What would become of the reading; changes nothing.</summary>
    public ReadingOutcome Judge(in Reading reading, DateTimeOffset receivedAt)
    {
        if (reading.ObservedAt > receivedAt + AllowedSkew)
            return ReadingOutcome.FromTheFuture;
        if (reading.ObservedAt < EarliestClock || reading.ObservedAt < receivedAt - OldestBackfill)
            return ReadingOutcome.TooOld;

        var index = IndexOf(reading.Point);
        if (index < 0 && _count == MostPoints)
            return ReadingOutcome.Excess;
        if (index >= 0 && reading.ObservedAt <= _latest[index].ObservedAt)
            return ReadingOutcome.Stale;
        return IsUsable(reading) ? ReadingOutcome.Accepted : ReadingOutcome.Unusable;
    }

    /// <summary>Makes the reading its point's newest. One that is not usable stays as "not available".</summary>
    public void Keep(in Reading reading)
    {
        var kept = reading.Value is { } value && !double.IsFinite(value)
            ? reading with { Value = null, Quality = ReadingQuality.Bad }
            : reading;
        var index = IndexOf(kept.Point);
        if (index < 0)
            Append(kept);
        else
            Replace(index, kept);
    }

    /// <summary>Since when, to the minute, a point has said the same; of a restored table from its last reading on.</summary>
    /// <param name="index">In <see cref="Latest"/>.</param>
    public DateTimeOffset SameSince(int index) => DateTimeOffset.FromUnixTimeSeconds(60L * _sameSince[index]);

    /// <summary>Whether the point's newest reading is of the same instant.</summary>
    public bool HasInstant(in Reading reading) =>
        IndexOf(reading.Point) is >= 0 and var index && _latest[index].ObservedAt == reading.ObservedAt;

    /// <summary>The newest reading of a device's total; false when there is none.</summary>
    public bool TryTotal(string device, Quantity quantity, out Reading reading)
    {
        foreach (ref readonly var candidate in Latest)
        {
            if (candidate.Point.Quantity == quantity && candidate.Point.Part == PartKind.Total && candidate.Point.Device == device)
            {
                reading = candidate;
                return true;
            }
        }

        reading = default;
        return false;
    }

    /// <summary>Forgets the points that were last seen before; tells how many.</summary>
    public int Forget(DateTimeOffset before)
    {
        var kept = 0;
        for (var index = 0; index < _count; index++)
        {
            if (_latest[index].ObservedAt < before)
                continue;
            (_latest[kept], _sameSince[kept]) = (_latest[index], _sameSince[index]);
            kept++;
        }

        var forgotten = _count - kept;
        Array.Clear(_latest, kept, forgotten);
        _count = kept;
        _next = 0;
        return forgotten;
    }

    public ImmutableArray<Reading> Save() => [.. Latest];

    public static bool IsUsable(in Reading reading) =>
        reading is { Value: { } value, Quality: not ReadingQuality.Bad } && double.IsFinite(value);

    void Append(in Reading reading)
    {
        if (_count == _latest.Length)
        {
            Array.Resize(ref _latest, Math.Clamp(_count + (_count / 2), 4, MostPoints));
            Array.Resize(ref _sameSince, _latest.Length);
        }

        _sameSince[_count] = MinuteOf(reading);
        _latest[_count++] = reading;
        _next = _count;
    }

    void Replace(int index, in Reading reading)
    {
        if (reading.Value != _latest[index].Value)
            _sameSince[index] = MinuteOf(reading);
        _latest[index] = reading;
    }

    static int MinuteOf(in Reading reading) => (int)(reading.ObservedAt.ToUnixTimeSeconds() / 60);

    int IndexOf(in PointId point)
    {
        for (var step = 0; step < _count; step++)
        {
            var index = _next + step;
            if (index >= _count)
                index -= _count;
            var known = _latest[index].Point;
            if (known.Quantity == point.Quantity && known.Index == point.Index && known.Part == point.Part
                && known.Device == point.Device)
            {
                _next = index;
                return index;
            }
        }

        return -1;
    }
}
