namespace DcOps.Domain.Ledger;

/// <summary>Energy of several meters over one interval, as far as it is known.</summary>
/// <param name="From">Start of the interval, UTC.</param>
/// <param name="WattHours">Sum over the meters known, estimates included; means nothing while none is.</param>
/// <param name="Quality">The worst among the meters known; missing while none is.</param>
/// <param name="Known">Meters known.</param>
/// <param name="Expected">Meters that belong to the sum.</param>
/// <param name="ChangedAt">When it last changed, UTC.</param>
/// <param name="IsTold">Whether it was handed on since it changed.</param>
[GenerateSerializer, Immutable, Alias("EnergySlot")]
public readonly record struct EnergySlot(
    [property: Id(0)] DateTimeOffset From,
    [property: Id(1)] long WattHours,
    [property: Id(2)] long EstimatedWattHours,
    [property: Id(3)] IntervalQuality Quality,
    [property: Id(4)] int Known,
    [property: Id(5)] int Expected,
    [property: Id(6)] DateTimeOffset ChangedAt,
    [property: Id(7)] bool IsTold)
{
    public bool IsComplete => Known >= Expected && Known > 0;

    public static EnergySlot Empty(DateTimeOffset from, int expected) =>
        new(from, 0, 0, IntervalQuality.Missing, 0, expected, from, true);

    public EnergySlot Plus(long wattHours, long estimatedWattHours, IntervalQuality quality, DateTimeOffset at) => this with
    {
        WattHours = WattHours + wattHours,
        EstimatedWattHours = EstimatedWattHours + estimatedWattHours,
        Quality = Known == 0 || quality > Quality ? quality : Quality,
        Known = Known + 1,
        ChangedAt = at,
        IsTold = false,
    };

    /// <summary>Whether both say the same about the interval, whenever they came to say it.</summary>
    public bool SaysTheSameAs(in EnergySlot other) =>
        (WattHours, EstimatedWattHours, Quality, Known, Expected)
        == (other.WattHours, other.EstimatedWattHours, other.Quality, other.Known, other.Expected);
}
