using DcOps.Domain.Kpis;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Ledger;

/// <summary>What a revision changed in one figure: old value, new value, why and by whom.</summary>
/// <param name="Before">Null when the category was not declared before.</param>
public sealed record RevisionChange(
    FacilityId Facility,
    PeriodKind Kind,
    BusinessPeriod Period,
    int Revision,
    DateTimeOffset At,
    string Author,
    string Reason,
    PueCategory Category,
    PueFigure? Before,
    PueFigure After)
{
    /// <summary>Grade before and after under a pack; null where there is no figure.</summary>
    public (int? Before, int? After) Grades(RulePack pack, DateOnly day) => (GradeOf(Before, pack, day), GradeOf(After, pack, day));

    static int? GradeOf(PueFigure? figure, RulePack pack, DateOnly day) =>
        figure is not null && ExactRatio.Of(figure.FacilityEnergy, figure.ItEnergy) is { } ratio
            ? pack.GradeOf(ratio, RuleIndicator.AnnualRatio, day)
            : null;
}
