using DcOps.Domain.Units;

namespace DcOps.Domain.Metering;

/// <summary>
/// Energy from power samples by the trapezoid rule (vector M09): what stands in where a device has no register.
/// Every span of it is an estimate, and nothing below a watt-hour is lost, for its spans are not rounded.
/// </summary>
/// <param name="IsOpen">Whether a sample was ever taken.</param>
/// <param name="Last">The newest sample.</param>
/// <param name="At">When it was taken, UTC.</param>
[GenerateSerializer, Immutable, Alias("PowerIntegral")]
public readonly record struct PowerIntegral(
    [property: Id(0)] bool IsOpen, [property: Id(1)] Power Last, [property: Id(2)] DateTimeOffset At)
{
    /// <summary>The longest time between two samples that a straight line may bridge.</summary>
    public static readonly TimeSpan LongestGap = TimeSpan.FromMinutes(15);

    /// <summary>The integral after a sample, and the span since the last one: unknown when that is too long ago; null for the first.</summary>
    public (PowerIntegral Integral, RegisterSpan? Span) Apply(Power power, DateTimeOffset at)
    {
        var next = new PowerIntegral(true, power, at);
        if (!IsOpen)
            return (next, null);

        var time = at - At;
        return time <= LongestGap
            ? (next, new RegisterSpan(At, at, (Last.Watts + power.Watts) / 2 * time.TotalHours, SpanBasis.Estimate))
            : (next, new RegisterSpan(At, at, 0, SpanBasis.Unknown));
    }
}
