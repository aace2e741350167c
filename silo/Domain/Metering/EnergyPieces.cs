namespace DcOps.Domain.Metering;

/// <summary>What one reading completed: reused from reading to reading, so that folding allocates nothing.</summary>
sealed class EnergyPieces
{
    /// <summary>The longest gap that is laid out in minutes.</summary>
    public static readonly TimeSpan MinuteWindow = TimeSpan.FromHours(48);

    /// <summary>How long 15-minute intervals can be restated.</summary>
    public static readonly TimeSpan QuarterWindow = TimeSpan.FromHours(49);

    public List<IntervalPiece> Minutes { get; } = [];

    public List<IntervalPiece> Quarters { get; } = [];

    /// <summary>Energy before the oldest interval kept, Wh; grows until it is taken.</summary>
    public long BeyondWattHours { get; private set; }

    /// <summary>Arrival of the batch being folded: what the window of the 15-minute intervals ends at.</summary>
    public DateTimeOffset ReceivedAt { get; set; }

    public void Clear()
    {
        Minutes.Clear();
        Quarters.Clear();
    }

    public void AddBeyond(long wattHours) => BeyondWattHours += wattHours;

    public long TakeBeyond()
    {
        var beyond = BeyondWattHours;
        BeyondWattHours = 0;
        return beyond;
    }
}
