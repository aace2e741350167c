using DcOps.Domain.Metering;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Facilities;

/// <summary>A facility's plant: newest reading of its points, and the registers of its boundary meters.</summary>
sealed class Plant
{
    const string WeatherStation = "weather";

    readonly Facility _facility;
    readonly PointTable _points;
    readonly MeterTable _meters;
    readonly EnergyPieces _pieces = new();
    readonly AheadView _ahead = new();
    readonly List<Reading> _taken = [];
    readonly Dictionary<string, MeterRole> _roles;

    public Plant(Facility facility, FacilityImage? image)
    {
        _facility = facility;
        _points = image is null ? new() : new(image.Latest);
        _meters = image is null ? new() : new(image.Meters);
        _roles = facility.Meters.ToDictionary(meter => meter.Device, meter => meter.Role, StringComparer.Ordinal);
    }

    /// <summary>Readings that were new since <see cref="BeginBatch"/>.</summary>
    public ReadOnlySpan<Reading> Taken => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_taken);

    public void BeginBatch() => _taken.Clear();

    /// <summary>Folds one instant's readings: registers last, so that the evidence and power of that instant are known.</summary>
    public ReadingCounts FoldInstant(
        ReadOnlySpan<Reading> readings, ReadingBatch batch, DateTimeOffset receivedAt, Func<MeterRole, RoleLedger?> ledgerOf,
        ReadingCounts counts)
    {
        _pieces.ReceivedAt = receivedAt;
        foreach (ref readonly var reading in readings)
        {
            if (!IsRegister(reading))
                counts = counts.Plus(Take(reading, null, receivedAt, ledgerOf));
        }

        foreach (ref readonly var reading in readings)
        {
            if (IsRegister(reading))
            {
                var point = reading.Point;
                var traits = batch.Registers.FirstOrDefault(register => register.Point == point);
                counts = counts.Plus(Take(reading, traits, receivedAt, ledgerOf));
            }
        }

        return counts;
    }

    /// <summary>Shows readings that came past a backlog; they change nothing that is kept.</summary>
    public ReadingCounts Show(ReadOnlySpan<Reading> readings, DateTimeOffset receivedAt) =>
        _ahead.Take(readings, _points, receivedAt, _taken);

    public Energy TakeBeyond() => new(_pieces.TakeBeyond());

    /// <summary>Power of all meters of the roles; null when none is declared, or one of them is not live.</summary>
    /// <param name="isInOrder">As far as the readings in order have come, and not what came ahead of them.</param>
    public Power? PowerOf(ImmutableArray<MeterRole> roles, DateTimeOffset now, TimeSpan promisedAge, bool isInOrder)
    {
        var points = isInOrder ? _points : _ahead.Of(_points);
        Power? sum = null;
        foreach (var meter in _facility.Meters)
        {
            if (!roles.Contains(meter.Role))
                continue;
            if (!points.TryTotal(meter.Device, Quantity.ActivePower, out var power) || !IsLive(power, now, promisedAge))
                return null;
            sum = (sum ?? Power.Zero) + new Power(power.Value!.Value);
        }

        return sum;
    }

    /// <summary>Null when not measured or not live.</summary>
    public Temperature? OutdoorTemperature(DateTimeOffset now, TimeSpan promisedAge, bool isInOrder)
    {
        foreach (ref readonly var reading in (isInOrder ? _points : _ahead.Of(_points)).Latest)
        {
            if (reading.Point is { Device: WeatherStation, Quantity: Quantity.Temperature } && IsLive(reading, now, promisedAge))
                return new Temperature(reading.Value!.Value);
        }

        return null;
    }

    public ImmutableArray<Reading> Latest() => PointOrder.Sorted(_ahead.Of(_points).Latest);

    public ImmutableArray<Reading> SavePoints() => _points.Save();

    public ImmutableArray<EnergyMeter> SaveMeters() => _meters.Save();

    public void Forget(DateTimeOffset before)
    {
        if (_points.Forget(before) > 0)
            _meters.Forget(before);
    }

    static bool IsRegister(in Reading reading) =>
        reading.Point is { Quantity: Quantity.ActiveEnergy, Part: PartKind.Total };

    static bool IsLive(in Reading reading, DateTimeOffset now, TimeSpan promisedAge) =>
        reading.ObservedAt >= now - promisedAge && PointTable.IsUsable(reading);

    ReadingOutcome Take(
        in Reading reading, RegisterTraits? register, DateTimeOffset receivedAt, Func<MeterRole, RoleLedger?> ledgerOf)
    {
        var outcome = _points.Judge(reading, receivedAt);
        if (outcome is not (ReadingOutcome.Accepted or ReadingOutcome.Unusable))
            return outcome;

        var isAccepted = outcome == ReadingOutcome.Accepted;
        if (isAccepted && IsRegister(reading) && register is not null && !_meters.Read(reading, register, _points, _pieces))
            return ReadingOutcome.Implausible;
        if (isAccepted && reading.Point is { Quantity: Quantity.ActivePower, Part: PartKind.Total })
            _meters.Sample(reading, _pieces);
        _points.Keep(reading);
        _taken.Add(reading);
        _ahead.Follow(reading, receivedAt);
        if (_pieces.Minutes.Count + _pieces.Quarters.Count > 0)
        {
            if (_roles.TryGetValue(reading.Point.Device, out var role))
                ledgerOf(role)?.Add(_pieces);
            _pieces.Clear();
        }

        return outcome;
    }
}
