using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Benchmarks.Province;

/// <summary>
/// One rack that reports eight values: two feeds with power, current and register, inlet temperature and humidity. Its power
/// stands still at a multiple of 120 W, so that its energy is a whole number of watt-hours in every minute.
/// </summary>
sealed class LoadedRack
{
    const double Volts = 230;
    readonly Location _location;
    readonly ImmutableArray<RegisterTraits> _registers;
    readonly double _start;
    readonly double _inlet;

    public LoadedRack(RackId id, int number)
    {
        _location = Location.Of(id);
        FeedWatts = 60 * (10 + (number % 23));
        _start = 1_000 + (number % 977);
        _inlet = 20 + (number % 50 / 10.0);
        _registers = [Traits("pdu-a"), Traits("pdu-b")];
    }

    /// <summary>Power of each of the two feeds, W.</summary>
    public int FeedWatts { get; }

    public OpenBatch Sample(DateTimeOffset at, DateTimeOffset since) => new(
        _location, at,
        [
            Of("pdu-a", Quantity.ActivePower, FeedWatts, at), Of("pdu-a", Quantity.Current, FeedWatts / Volts, at),
            Of("pdu-b", Quantity.ActivePower, FeedWatts, at), Of("pdu-b", Quantity.Current, FeedWatts / Volts, at),
            Of("env", Quantity.InletTemperature, _inlet, at), Of("env", Quantity.Humidity, 0.45, at),
            Of("pdu-a", Quantity.ActiveEnergy, _start + (FeedWatts * (at - since).TotalHours), at),
            Of("pdu-b", Quantity.ActiveEnergy, _start + (FeedWatts * (at - since).TotalHours), at),
        ],
        _registers);

    static Reading Of(string device, Quantity quantity, double value, DateTimeOffset at) =>
        new(PointId.Total(device, quantity), value, at, ReadingQuality.Good);

    static RegisterTraits Traits(string device) => new(PointId.Total(device, Quantity.ActiveEnergy), 1, null, 8_000, false, null);
}
