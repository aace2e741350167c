using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Chaos;

/// <summary>
/// A rack of which each sample can be missed: three a minute, of which one is the minute's lowest, one its highest and one its last. Its
/// register counts what the power took, in steps between the samples.
/// </summary>
sealed class PastRack(RackId id, int number, int seed)
{
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(20);

    const double Rated = 8_000;
    readonly Location _location = Location.Of(id);
    readonly PointId _power = PointId.Total("pdu", Quantity.ActivePower);
    readonly PointId _energy = PointId.Total("pdu", Quantity.ActiveEnergy);

    public string Name => id.Value;

    /// <summary>Power of the sample, W; a multiple of 180 W, which is 1 Wh in the time between two samples.</summary>
    public int WattsOf(long step)
    {
        var minute = new Random(unchecked((((seed * 1_009) + number) * 8_191) + (int)(step / 3)));
        var (middle, swing) = (180 * minute.Next(8, 14), 180 * minute.Next(1, 6));
        return (step % 3) switch { 0 => middle - swing, 1 => middle + swing, _ => middle };
    }

    public OpenBatch Sample(DateTimeOffset at, double registerWattHours, int watts) => new(
        _location, at,
        [new(_power, watts, at, ReadingQuality.Good), new(_energy, registerWattHours, at, ReadingQuality.Good)],
        [new(_energy, 1, null, Rated, false, null)]);
}
