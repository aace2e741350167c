using DcOps.Domain.Metering;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Metering;

/// <summary>A register that is read again and again, and what every step said.</summary>
sealed class RegisterRun(
    double resolution = 1, double? modulus = null, double ratedKilowatts = 60, bool isVolatile = false, string? serial = null)
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    EnergyRegister _register;

    public string? Serial { get; set; } = serial;

    public EnergyRegister Register => _register;

    public RegisterStep Read(
        double wattHours, double atMinute, DateTimeOffset? resetMarker = null, DateTimeOffset? restartedAt = null,
        double? meanKilowatts = null)
    {
        var traits = new RegisterTraits(
            PointId.Total("meter", Quantity.ActiveEnergy), resolution, modulus, ratedKilowatts * 1_000, isVolatile, Serial);
        var step = _register.Apply(
            wattHours, Minute(atMinute), traits, new(resetMarker, restartedAt),
            meanKilowatts is { } kilowatts ? Power.FromKilowatts(kilowatts) : null);
        _register = step.Register;
        return step;
    }

    public static DateTimeOffset Minute(double minute) => Start.AddMinutes(minute);
}
