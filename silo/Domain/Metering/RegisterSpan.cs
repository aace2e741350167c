namespace DcOps.Domain.Metering;

/// <summary>Energy of one meter between two instants. The total is known; how it lies inside is taken to be even.</summary>
/// <param name="From">UTC.</param>
/// <param name="To">UTC; not before <paramref name="From"/>.</param>
/// <param name="WattHours">0 where the basis is unknown. Not rounded: rounding happens once per boundary.</param>
public readonly record struct RegisterSpan(DateTimeOffset From, DateTimeOffset To, double WattHours, SpanBasis Basis)
{
    public TimeSpan Length => To - From;

    /// <summary>Energy from the start of the span to an instant inside it, Wh: linear interpolation of the register (vector M07).</summary>
    public double WattHoursUntil(DateTimeOffset instant) =>
        instant >= To ? WattHours : WattHours * ((instant - From).Ticks / (double)Length.Ticks);
}
