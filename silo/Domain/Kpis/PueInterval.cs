using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>Between what a PUE lies, whatever the missing intervals held.</summary>
/// <param name="Low">
/// Least E_DC over greatest E_IT; not below 1, for E_IT is part of E_DC. Null when E_IT may be nothing.
/// </param>
/// <param name="High">Greatest E_DC over least E_IT; null when E_IT may be nothing, and then there is no upper end.</param>
public readonly record struct PueInterval(ExactRatio? Low, ExactRatio? High)
{
    /// <param name="value">The paired figure: the interval always holds it.</param>
    public static PueInterval Of(EnergyBounds facility, EnergyBounds it, ExactRatio? value)
    {
        var low = ExactRatio.Of(facility.Low > Energy.Zero ? facility.Low : Energy.Zero, it.High);
        if (low is { Value: < 1 })
            low = new ExactRatio(1, 1);
        var high = ExactRatio.Of(facility.High, it.Low);
        return new(
            value is { } least && low is { } floor && least.Value < floor.Value ? value : low,
            value is { } most && high is { } ceiling && most.Value > ceiling.Value ? value : high);
    }
}
