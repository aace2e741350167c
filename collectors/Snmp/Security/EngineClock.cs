namespace DcOps.Collectors.Snmp.Security;

/// <summary>What is known of an authoritative engine's boots and time (RFC 3414 section 2.3), carried on by our own clock.</summary>
sealed class EngineClock(TimeProvider time)
{
    /// <summary>RFC 3414 section 2.2.3, seconds.</summary>
    const int TimeWindow = 150;
    int _engineTime;
    long _takenAt;

    public int Boots { get; private set; }

    /// <summary>Seconds since the engine booted, by our reckoning.</summary>
    public int Time => _takenAt == 0 ? 0 : _engineTime + (int)time.GetElapsedTime(_takenAt).TotalSeconds;

    /// <summary>Takes what the engine said of itself, whatever was known before.</summary>
    public void Set(int boots, int engineTime)
    {
        Boots = boots;
        _engineTime = engineTime;
        _takenAt = time.GetTimestamp();
    }

    /// <summary>Judges an authentic message and learns from it (RFC 3414 section 3.2 step 7b).</summary>
    /// <returns>False when it is older than the window: a replay.</returns>
    public bool Accept(int boots, int engineTime)
    {
        if (boots == int.MaxValue || boots < Boots || (boots == Boots && engineTime < Time - TimeWindow))
            return false;

        if (boots > Boots || engineTime > Time)
            Set(boots, engineTime);
        return true;
    }
}
