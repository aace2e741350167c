using DcOps.Collectors.Pipeline.Devices;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Layouts;

/// <summary>Traits of a register as far as its profile and scale say them.</summary>
/// <param name="RatedWatts">Null when that is the whole device's rating.</param>
/// <param name="Serial">Address of its meter's serial number; null when nothing says it.</param>
sealed record RegisterForm(double ResolutionWattHours, double? ModulusWattHours, double? RatedWatts, bool IsVolatile, string? Serial)
{
    public RegisterTraits Traits(Device device, Func<string, string?> serialAt) => new(
        default,
        ResolutionWattHours,
        ModulusWattHours,
        RatedWatts ?? device.RatedWatts,
        IsVolatile,
        Serial is { } address && serialAt(address)?.Trim() is { Length: > 0 } serial ? serial : null);

    /// <summary>A sum wraps as its members do when all wrap alike; a swap of any is a swap of the sum.</summary>
    public static RegisterTraits Sum(IReadOnlyList<RegisterTraits> rows) => rows[0] with
    {
        ResolutionWattHours = rows.Max(row => row.ResolutionWattHours),
        ModulusWattHours = rows.All(row => row.ModulusWattHours == rows[0].ModulusWattHours) ? rows[0].ModulusWattHours : null,
        IsVolatile = rows.Any(row => row.IsVolatile),
        MeterSerial = rows.Any(row => row.MeterSerial is null)
            ? null
            : string.Join('+', rows.Select(row => row.MeterSerial).Distinct(StringComparer.Ordinal)),
    };
}
