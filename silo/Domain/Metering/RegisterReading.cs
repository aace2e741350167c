namespace DcOps.Domain.Metering;

/// <summary>One position of a register as a meter showed it: the raw fact that every figure rests on.</summary>
/// <param name="At">When it was read, UTC.</param>
/// <param name="Position">
/// As shown, in the unit of the carrier, before transformers that the registry declares; finite.
/// </param>
/// <param name="Serial">As the meter reported it; null when it reports none.</param>
/// <param name="ResetMarker">The meter's own note of its last reset; null when it keeps none.</param>
/// <param name="RestartedAt">When the meter's agent started; null when not known.</param>
/// <param name="MeanWatts">Mean power of the metered point around the reading; null when not known.</param>
public readonly record struct RegisterReading(
    DateTimeOffset At,
    double Position,
    string? Serial = null,
    DateTimeOffset? ResetMarker = null,
    DateTimeOffset? RestartedAt = null,
    double? MeanWatts = null) : IComparable<RegisterReading>
{
    /// <summary>By instant, then by everything else: an order that no way of arrival changes.</summary>
    public int CompareTo(RegisterReading other)
    {
        var order = At.UtcTicks.CompareTo(other.At.UtcTicks);
        order = order != 0 ? order : Position.CompareTo(other.Position);
        order = order != 0 ? order : string.CompareOrdinal(Serial, other.Serial);
        order = order != 0 ? order : Nullable.Compare(ResetMarker, other.ResetMarker);
        order = order != 0 ? order : Nullable.Compare(RestartedAt, other.RestartedAt);
        return order != 0 ? order : Nullable.Compare(MeanWatts, other.MeanWatts);
    }
}
