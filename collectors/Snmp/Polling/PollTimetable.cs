namespace DcOps.Collectors.Snmp.Polling;

/// <summary>
/// When one device is due. Each has its own place in the interval, so that a thousand devices are not asked in one
/// instant, and the same place after a restart. Times are since the collector started.
/// </summary>
/// <param name="place">From 0 to below 1.</param>
sealed class PollTimetable(TimeSpan interval, double place)
{
    /// <summary>A silent device is asked at least this often; it is back on screen within one such wait.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    readonly TimeSpan _phase = interval * place;

    /// <summary>The place that a text has, for ever.</summary>
    public static double PlaceOf(string text)
    {
        // FNV-1a, and a last mixing for texts that differ in their last letter alone.
        var hash = 2_166_136_261u;
        foreach (var letter in text)
            hash = (hash ^ letter) * 16_777_619u;
        hash = (hash ^ (hash >> 15)) * 2_246_822_519u;
        return (hash ^ (hash >> 13)) / 4_294_967_296.0;
    }

    /// <summary>The first poll: all devices within <paramref name="spread"/>, so that the first page need not wait an interval.</summary>
    public TimeSpan First(TimeSpan spread) => (spread < interval ? spread : interval) * place;

    /// <summary>The next time of the device's own that is still to come; a poll that took longer than the interval skips.</summary>
    public TimeSpan Next(TimeSpan now) => _phase + (interval * (Math.Floor((now - _phase) / interval) + 1));

    /// <summary>After failures in a row: waits that double, up to <see cref="LongestWait"/>.</summary>
    /// <param name="failures">At least 1.</param>
    public TimeSpan NextProbe(TimeSpan now, int failures)
    {
        var longest = LongestWait > interval ? LongestWait : interval;
        var wait = interval * Math.Pow(2, Math.Min(failures - 1, 20));
        return Next(now + ((wait < longest ? wait : longest) - interval));
    }
}
