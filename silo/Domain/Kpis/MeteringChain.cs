using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>
/// Accuracy of one metering chain: the meter and the transformers before it, each by its class in percent.
/// </summary>
/// <param name="CurrentTransformerPercent">Null when the meter is connected directly.</param>
/// <param name="VoltageTransformerPercent">Null when the meter is connected directly.</param>
public readonly record struct MeteringChain(
    double MeterPercent, double? CurrentTransformerPercent = null, double? VoltageTransformerPercent = null)
{
    /// <summary>Relative standard uncertainty of the chain (k = 1): its classes added in squares.</summary>
    public Ratio Uncertainty => new(Math.Sqrt(
        (MeterPercent * MeterPercent)
        + ((CurrentTransformerPercent ?? 0) * (CurrentTransformerPercent ?? 0))
        + ((VoltageTransformerPercent ?? 0) * (VoltageTransformerPercent ?? 0))) / 100);

    /// <summary>Relative uncertainty of a sum of independent meters; 0 when they measured nothing.</summary>
    public static Ratio OfSum(IEnumerable<(Energy Energy, Ratio Uncertainty)> meters)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var (energy, uncertainty) in meters)
        {
            sum += energy.WattHours;
            squares += Math.Pow(energy.WattHours * uncertainty.Value, 2);
        }

        return new(sum > 0 ? Math.Sqrt(squares) / sum : 0);
    }
}
