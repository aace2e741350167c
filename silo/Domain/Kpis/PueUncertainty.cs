using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>Measurement uncertainty of a PUE from the accuracy of both its sides, which are taken as independent.</summary>
/// <param name="Relative">Relative standard uncertainty (k = 1).</param>
public readonly record struct PueUncertainty(Ratio Relative)
{
    /// <summary>Coverage factor that statements use: about 95 %.</summary>
    public const double Coverage = 2;

    /// <summary>u(PUE)/PUE = √(u_DC² + u_IT²).</summary>
    public static PueUncertainty Of(Ratio facility, Ratio it) =>
        new(new(Math.Sqrt((facility.Value * facility.Value) + (it.Value * it.Value))));

    /// <summary>Half width around a PUE, for a coverage factor k.</summary>
    public double HalfWidth(Ratio pue, double k = Coverage) => pue.Value * Relative.Value * k;
}
