using DcOps.Domain.Units;

namespace DcOps.Domain.Facilities;

/// <summary>Energy of two sides over the intervals in which both are complete: what a ratio may be made of (vector M11).</summary>
/// <param name="Upper">The numerator's own energy: E_DC for a PUE, the subsystem for a partial PUE.</param>
/// <param name="It">E_IT.</param>
/// <param name="Intervals">How many such intervals there are.</param>
public readonly record struct PairedEnergy(
    Energy Upper, Energy It, Energy UpperEstimated, Energy ItEstimated, int Intervals)
{
    /// <summary>Upper over IT; null when there is no IT energy.</summary>
    public Ratio? Ratio => It > Energy.Zero ? Upper / It : null;

    /// <summary>Estimated energy over all, the greater of both sides.</summary>
    public Ratio EstimatedShare => new(Math.Max(Share(UpperEstimated, Upper), Share(ItEstimated, It)));

    public PairedEnergy Plus(in RoleValue upper, in RoleValue it, int weight) => new(
        new(Upper.WattHours + upper.WattHours),
        new(It.WattHours + it.WattHours),
        new(UpperEstimated.WattHours + upper.EstimatedWattHours),
        new(ItEstimated.WattHours + it.EstimatedWattHours),
        Intervals + weight);

    public static PairedEnergy operator +(in PairedEnergy left, in PairedEnergy right) => new(
        left.Upper + right.Upper, left.It + right.It, left.UpperEstimated + right.UpperEstimated,
        left.ItEstimated + right.ItEstimated, left.Intervals + right.Intervals);

    static double Share(Energy part, Energy whole) => whole > Energy.Zero ? (part / whole).Value : 0;
}
