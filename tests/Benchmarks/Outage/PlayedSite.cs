using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Benchmarks.Outage;

/// <summary>Racks whose samples follow from the time alone: eight values each, one of them an energy register.</summary>
sealed class PlayedSite
{
    const int RacksPerRoom = 200;
    const double MeanWatts = 4_000;
    const double SwingWatts = 800;
    static readonly TimeSpan Day = TimeSpan.FromDays(1);
    readonly DateTimeOffset _start;
    readonly (Location Location, ImmutableArray<RegisterTraits> Registers)[] _racks;

    public PlayedSite(int racks, DateTimeOffset start)
    {
        _start = start;
        var facility = FacilityId.Parse("NJ-01");
        Rooms =
        [
            .. Enumerable.Range(0, (racks + RacksPerRoom - 1) / RacksPerRoom).Select(index =>
            {
                var room = new RoomId(facility, $"R{index + 1:00}");
                var count = Math.Min(RacksPerRoom, racks - (index * RacksPerRoom));
                return new Room(room, new($"{index + 1}", $"{index + 1}"), [.. Enumerable.Range(1, count).Select(number => new Rack(new(room, $"A{number:000}"), Power.FromKilowatts(8)))]);
            }),
        ];
        _racks = [.. Rooms.SelectMany(room => room.Racks).Select(rack => (
            Location.Parse(rack.Id.Value),
            ImmutableArray.Create(new RegisterTraits(PointId.Total("pdu", Quantity.ActiveEnergy), 1, null, 12_000, false, null))))];
    }

    public ImmutableArray<Room> Rooms { get; }

    public int Racks => _racks.Length;

    /// <summary>What a rack's meter shows at an instant.</summary>
    public OpenBatch Sample(int rack, DateTimeOffset at)
    {
        var angle = 2 * Math.PI * (((at - _start) / Day) + (rack / (double)_racks.Length));
        var watts = MeanWatts + (SwingWatts * Math.Sin(angle));
        return new(
            _racks[rack].Location,
            at,
            [
                Of(Quantity.ActivePower, Math.Round(watts, 1), at),
                Of(Quantity.Voltage, 230.1, at),
                Of(Quantity.Current, Math.Round(watts / 230.1, 2), at),
                Of(Quantity.PowerFactor, 0.97, at),
                Of(Quantity.Frequency, 50.01, at),
                Of(Quantity.InletTemperature, Math.Round(22 + Math.Sin(angle), 1), at),
                Of(Quantity.Humidity, 0.45, at),
                Of(Quantity.ActiveEnergy, Register(rack, at), at),
            ],
            _racks[rack].Registers);
    }

    static Reading Of(Quantity quantity, double value, DateTimeOffset at) => new(PointId.Total("pdu", quantity), value, at, ReadingQuality.Good);

    // The integral of the power; every hundredth meter is set back to zero after twelve hours.
    double Register(int rack, DateTimeOffset at)
    {
        var reset = _start + (Day / 2);
        var isReset = rack % 100 == 0 && at >= reset;
        var energy = Energy(rack, at) - (isReset ? Energy(rack, reset) : 0);
        return Math.Floor(energy + (isReset ? 0 : 1_000_000));
    }

    double Energy(int rack, DateTimeOffset at)
    {
        var phase = 2 * Math.PI * rack / _racks.Length;
        var angle = 2 * Math.PI * ((at - _start) / Day);
        return (MeanWatts * (at - _start).TotalHours) + (SwingWatts * 24 / (2 * Math.PI) * (Math.Cos(phase) - Math.Cos(angle + phase)));
    }
}
