namespace DcOps.Domain.Alarms.Work;

/// <summary>
/// Storm mode: more alarms a second than anybody can read. Enters above ten a second over ten seconds, leaves below one a
/// second over a minute; then grouping is forced, one sound is made, and notices go by incident. A fold over raises.
/// </summary>
public sealed class StormWatch
{
    public const double EnterPerSecond = 10;
    public const double LeavePerSecond = 1;

    public static readonly TimeSpan EnterOver = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan LeaveOver = TimeSpan.FromSeconds(60);

    readonly int[] _seconds = new int[60];
    long _newest = long.MinValue;

    public bool IsStorm { get; private set; }

    /// <summary>When the present storm began; null when there is none.</summary>
    public DateTimeOffset? Since { get; private set; }

    /// <summary>Counts raises; tells whether a storm began or ended.</summary>
    /// <param name="now">Never before the last call by more than a minute; what is older is not counted.</param>
    public bool Note(int raises, DateTimeOffset now)
    {
        Advance(now.ToUnixTimeSeconds());
        if (_newest - now.ToUnixTimeSeconds() < _seconds.Length)
            _seconds[SlotOf(now.ToUnixTimeSeconds())] += raises;
        var isStorm = IsStorm ? Rate(LeaveOver) >= LeavePerSecond : Rate(EnterOver) > EnterPerSecond;
        if (isStorm == IsStorm)
            return false;

        IsStorm = isStorm;
        Since = isStorm ? now : null;
        return true;
    }

    /// <summary>Raises a second over the last stretch, of at most a minute.</summary>
    public double Rate(TimeSpan over)
    {
        var (seconds, sum) = ((int)Math.Min(over.TotalSeconds, _seconds.Length), 0);
        for (var back = 0; back < seconds; back++)
            sum += _seconds[SlotOf(_newest - back)];
        return sum / (double)seconds;
    }

    public AlarmText Explain() => AlarmText.Of(
        IsStorm ? "storm.on" : "storm.off", TextArgument.OfNumber("rate", Rate(EnterOver)),
        TextArgument.OfNumber("minute", Rate(LeaveOver)), TextArgument.OfNumber("enter", EnterPerSecond),
        TextArgument.OfNumber("leave", LeavePerSecond));

    int SlotOf(long second) => (int)(((second % _seconds.Length) + _seconds.Length) % _seconds.Length);

    void Advance(long second)
    {
        if (_newest == long.MinValue)
            _newest = second;
        for (var next = Math.Max(_newest + 1, second - _seconds.Length + 1); next <= second; next++)
            _seconds[SlotOf(next)] = 0;
        _newest = Math.Max(_newest, second);
    }
}
