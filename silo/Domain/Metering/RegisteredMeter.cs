using DcOps.Domain.Kpis;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Metering;

/// <summary>
/// One meter of a facility's boundary for a span of local days. A change of any trait is a new entry from its day on.
/// </summary>
/// <param name="Meter">Name of the device at the facility's plant.</param>
/// <param name="Parent">The meter upstream; null at the top of the tree.</param>
/// <param name="Current">
/// Current transformer before the meter whose ratio its readings do not yet contain; null when there is none.
/// </param>
/// <param name="Voltage">Voltage transformer likewise; null when there is none.</param>
/// <param name="RatedWatts">Breaker or nameplate rating of the metered point; above zero.</param>
/// <param name="ResolutionWattHours">Smallest step that the register shows, before the transformers; above zero.</param>
/// <param name="ModulusWattHours">
/// Value at which the register wraps, before the transformers; null when it never does in a meter's life.
/// </param>
/// <param name="AccuracyPercent">Accuracy class of the meter; null when not declared.</param>
/// <param name="CalibrationDueOn">First day on which the calibration no longer holds; null when not declared.</param>
/// <param name="Serial">Null when nobody wrote it down.</param>
/// <param name="ValidFrom">First local day.</param>
/// <param name="ValidTo">First local day no longer; null while it has no end.</param>
public sealed record RegisteredMeter(
    FacilityId Facility,
    string Meter,
    MeterRole Role,
    MeterCarrier Carrier,
    string? Parent,
    TransformerClass? Current,
    TransformerClass? Voltage,
    double RatedWatts,
    double ResolutionWattHours,
    double? ModulusWattHours,
    double? AccuracyPercent,
    DateOnly? CalibratedOn,
    DateOnly? CalibrationDueOn,
    string? Serial,
    bool IsVolatile,
    DateOnly ValidFrom,
    DateOnly? ValidTo)
{
    /// <summary>What the register shows, times this, is what flowed.</summary>
    public double Multiplier => (Current?.Ratio ?? 1) * (Voltage?.Ratio ?? 1);

    /// <summary>Relative uncertainty of the metering chain; null when the meter's class is not declared.</summary>
    public Ratio? Uncertainty => AccuracyPercent is { } percent
        ? new MeteringChain(percent, Current?.AccuracyPercent, Voltage?.AccuracyPercent).Uncertainty
        : null;

    public bool IsValid(DateOnly day) => day >= ValidFrom && !(day >= ValidTo);

    /// <summary>Whether the calibration holds on a day; null when no due date is declared.</summary>
    public bool? IsCalibrated(DateOnly day) => CalibrationDueOn is { } due ? day < due : null;

    /// <summary>What the register algorithm must know, at the metered point: the transformers applied.</summary>
    public RegisterTraits Traits => new(
        PointId.Total(Meter, Quantity.ActiveEnergy), ResolutionWattHours * Multiplier, ModulusWattHours * Multiplier, RatedWatts,
        IsVolatile, Serial);
}
