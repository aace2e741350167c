namespace DcOps.Collectors.Snmp.Polling;

/// <summary>Sees from sysUpTime that a device has restarted, and does not take the counter's own wrap for a restart.</summary>
sealed class UpTimeWatch
{
    /// <summary>TimeTicks are 32 bits of hundredths of a second: 497 days (RFC 2578 section 7.1.8).</summary>
    static readonly TimeSpan Wrap = TimeSpan.FromSeconds(4_294_967_296 / 100.0);

    // Cards keep time badly, and some move sysUpTime in steps of several seconds.
    static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);
    const double Drift = 0.05;
    static readonly TimeSpan Jitter = TimeSpan.FromSeconds(1);
    TimeSpan? _last;
    DateTimeOffset _lastAt;

    /// <param name="upTime">Null when the device did not say: nothing is known then.</param>
    /// <returns>Whether the device has restarted since the last call.</returns>
    public bool HasRestarted(TimeSpan? upTime, DateTimeOffset at)
    {
        if (upTime is not { } now)
            return false;

        var elapsed = at - _lastAt;
        var slack = Tolerance + (elapsed * Drift);
        var hasRestarted = _last is { } last
            && (now < last - Jitter || now < last + elapsed - slack)
            && !IsWrapped(now, last + elapsed, slack);
        _last = now;
        _lastAt = at;
        return hasRestarted;
    }

    static bool IsWrapped(TimeSpan now, TimeSpan expected, TimeSpan slack) =>
        expected > Wrap - slack && (now - (expected - Wrap)).Duration() <= slack;
}
