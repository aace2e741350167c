namespace DcOps.Collectors.Mqtt.Connecting;

/// <summary>
/// Waits between attempts: doubling, and each drawn from its upper half, so that a thousand collectors do not come back
/// in the same second.
/// </summary>
sealed class ReconnectDelay(TimeSpan minimum, TimeSpan maximum, Random random)
{
    int _doublings;

    public TimeSpan Next()
    {
        var whole = minimum * Math.Pow(2, _doublings);
        if (whole < maximum)
            _doublings++;
        else
            whole = maximum;
        return whole * (0.5 + (random.NextDouble() / 2));
    }

    public void Reset() => _doublings = 0;
}
