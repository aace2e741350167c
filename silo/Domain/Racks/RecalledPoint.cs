using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Racks;

/// <summary>What a device that nobody heard had kept of one point over one minute, in the canonical unit.</summary>
/// <param name="Minute">Start of the minute, UTC.</param>
/// <param name="Last">Observed at <paramref name="LastAt"/>.</param>
/// <param name="IsTold">Whether it is in the minute's row.</param>
[GenerateSerializer, Immutable, Alias("RecalledPoint")]
public readonly record struct RecalledPoint(
    [property: Id(0)] DateTimeOffset Minute,
    [property: Id(1)] PointId Point,
    [property: Id(2)] int Count,
    [property: Id(3)] double Sum,
    [property: Id(4)] double Min,
    [property: Id(5)] double Max,
    [property: Id(6)] double Last,
    [property: Id(7)] DateTimeOffset LastAt,
    [property: Id(8)] bool IsTold)
{
    /// <summary>With one value more.</summary>
    public RecalledPoint Plus(double value, DateTimeOffset at) => this with
    {
        Count = Count + 1,
        Sum = Sum + value,
        Min = Math.Min(Min, value),
        Max = Math.Max(Max, value),
        Last = at >= LastAt ? value : Last,
        LastAt = at >= LastAt ? at : LastAt,
    };
}
