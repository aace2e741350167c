using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Ledger;

/// <summary>
/// Accuracy of a PUE of one or several facilities as a ratio of sums. Bounds of energies add up; uncertainties of meters, which are
/// independent of each other, add up in squares on each side, and both sides in squares (ISO/IEC Guide 98-3).
/// </summary>
public static class PueAccuracy
{
    /// <summary>Over the facilities that have a figure of the category; null when none has.</summary>
    public static KpiAccuracy? Of(IEnumerable<PeriodMeasure> facilities, PueCategory category)
    {
        var (facility, it) = (default(EnergyBounds), default(EnergyBounds));
        var (upper, lower) = (Energy.Zero, Energy.Zero);
        var shares = new List<MeterShare>();
        foreach (var measure in facilities)
        {
            if (PueFigure.Of(measure.Energy, category, 0) is not { Value: not null } figure || measure[category] is not { } own)
                continue;

            var bounds = own.Of(figure.Grade == EvidenceGrade.Compliance);
            facility += bounds.Entering + new EnergyBounds(measure.Energy.OtherCarriers, measure.Energy.OtherCarriers);
            it += bounds.It;
            (upper, lower) = (upper + figure.FacilityEnergy, lower + figure.ItEnergy);
            shares.AddRange(measure.Shares);
        }

        if (ExactRatio.Of(upper, lower) is not { } value)
            return null;

        var interval = PueInterval.Of(facility, it, value);
        return new(interval.Low?.Value, interval.High?.Value, UncertaintyOf(shares, category)?.HalfWidth(new Ratio(value.Value)));
    }

    /// <summary>The same of DCiE, which is one over the PUE.</summary>
    public static KpiAccuracy Inverse(KpiAccuracy pue, double value) => new(
        Over(pue.High), Over(pue.Low), pue.HalfWidth * value * value);

    /// <summary>Null when a meter's class is not declared, or nothing was counted.</summary>
    public static PueUncertainty? UncertaintyOf(IReadOnlyCollection<MeterShare> shares, PueCategory category) =>
        OfRoles(shares, MeterRoles.Entering) is { } facility && OfRoles(shares, [category.ItRole()]) is { } it ? PueUncertainty.Of(facility, it) : null;

    static double? Over(double? ratio) => ratio is > 0 ? 1 / ratio : null;

    static Ratio? OfRoles(IReadOnlyCollection<MeterShare> shares, ImmutableArray<MeterRole> roles)
    {
        var own = shares.Where(share => roles.Contains(share.Role)).ToList();
        return own.Sum(share => share.Counted.WattHours) <= 0 || own.Exists(share => share.Uncertainty is null)
            ? null
            : MeteringChain.OfSum(own.Select(share => (share.Counted, share.Uncertainty!.Value)));
    }
}
