using DcOps.Domain.Telemetry;
using DcOps.Domain.Units;

namespace DcOps.Domain.Metering;

/// <summary>
/// What one batch of a facility's plant says about its meters: positions of registers with the evidence of the same poll, and
/// power samples. It depends on the batch alone, so that no order of arrival changes it.
/// </summary>
/// <param name="Registers">By meter, in the order of the batch.</param>
/// <param name="Samples">By meter, in the order of the batch.</param>
public sealed record MeterIntake(
    ImmutableArray<(string Meter, RegisterReading Reading)> Registers, ImmutableArray<(string Meter, PowerSample Sample)> Samples)
{
    public static MeterIntake Of(ReadingBatch batch)
    {
        var usable = batch.Readings
            .Where(reading => reading.Point.Part == PartKind.Total && PointTable.IsUsable(reading))
            .ToLookup(reading => (reading.Point.Device, reading.Point.Quantity));
        var registers = ImmutableArray.CreateBuilder<(string, RegisterReading)>();
        foreach (var reading in usable.Where(each => each.Key.Quantity is Quantity.ActiveEnergy or Quantity.WaterVolume).SelectMany(each => each))
        {
            var device = reading.Point.Device;
            var traits = batch.Registers.FirstOrDefault(each => each.Point == reading.Point);
            var restarted = Nearest(usable[(device, Quantity.Uptime)], reading.ObservedAt);
            registers.Add((device, new(
                reading.ObservedAt,
                reading.Value!.Value,
                traits?.MeterSerial,
                Nearest(usable[(device, Quantity.RegisterResetAt)], reading.ObservedAt) is { } marker ? Unix(marker.Value!.Value) : null,
                restarted is { } uptime ? Before(uptime) : null,
                Nearest(usable[(device, Quantity.ActivePower)], reading.ObservedAt)?.Value)));
        }

        return new(
            registers.DrainToImmutable(),
            [
                .. usable.Where(each => each.Key.Quantity == Quantity.ActivePower).SelectMany(each => each)
                    .Select(reading => (reading.Point.Device, new PowerSample(reading.ObservedAt, new Power(reading.Value!.Value)))),
            ]);
    }

    static Reading? Nearest(IEnumerable<Reading> readings, DateTimeOffset at) => readings
        .Select(reading => (Reading?)reading)
        .MinBy(reading => (reading!.Value.ObservedAt - at).Duration());

    static DateTimeOffset? Unix(double seconds) =>
        seconds is >= 0 and <= 253_402_300_799 ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null;

    static DateTimeOffset? Before(in Reading uptime) =>
        uptime.Value is >= 0 and < 3_000_000_000 ? uptime.ObservedAt.AddSeconds(-uptime.Value.Value) : null;
}
