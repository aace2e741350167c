namespace DcOps.Domain.Scheduling.Model;

/// <summary>
/// Facility power over IT power at one temperature: F(L) = fixed + slope·L + curvature·L², all kW.
/// Fixed losses are UPS no-load, fans, lighting; the slope holds proportional losses and cooling; the curvature I²R and pump laws.
/// </summary>
/// <param name="FixedKw">Zero or more.</param>
/// <param name="Slope">kW per kW, one or more.</param>
/// <param name="Curvature">Per kW, zero or more.</param>
public readonly record struct PowerCurve(double FixedKw, double Slope, double Curvature)
{
    public double FacilityKw(double itKw) => FixedKw + (itKw * (Slope + (Curvature * itKw)));

    /// <summary>Facility kW that one more IT kW costs. Average PUE says nothing about it: an empty efficient hall shows a bad average.</summary>
    public double MarginalPue(double itKw) => Slope + (2 * Curvature * itKw);

    /// <summary>Null when no IT load runs.</summary>
    public double? AveragePue(double itKw) => itKw > 0 ? FacilityKw(itKw) / itKw : null;
}
