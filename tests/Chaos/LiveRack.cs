using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Chaos;

/// <summary>A rack that is read every second and becomes too warm for a while, a few times in a run.</summary>
sealed class LiveRack(RackId id, int number, int seed)
{
    const double Normal = 22;
    const double Hot = 30;

    /// <summary>Seconds from one warm spell to the next, and how long one lasts.</summary>
    const int Every = 40;
    const int Lasts = 12;

    readonly int _offset = new Random(unchecked((seed * 1_009) + number)).Next(1, Every - Lasts);

    public string Name => id.Value;

    public double CelsiusOf(long second) => second % Every >= _offset && second % Every < _offset + Lasts ? Hot : Normal;

    public OpenBatch Sample(DateTimeOffset at, double celsius) => new(
        Location.Of(id), at, [new(PointId.Total("env", Quantity.InletTemperature), celsius, at, ReadingQuality.Good)], []);
}
