using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Ledger;

/// <summary>A facility's energy over a period as it was frozen.</summary>
/// <param name="Roles">Declared roles, in their order.</param>
/// <param name="Figures">One PUE per declared category, category 1 first; their revision is that of the close.</param>
public sealed record PeriodTotals(ImmutableArray<RoleTotal> Roles, ImmutableArray<PueFigure> Figures)
{
    public static PeriodTotals Of(FacilityPeriod period, int revision) => new(
        [
            .. Enum.GetValues<MeterRole>().Where(role => period[role] is not null)
                .Select(role => new RoleTotal(role, period[role]!.Value)),
        ],
        [.. period.Categories.Select(category => PueFigure.Of(period, category, revision)!)]);

    /// <summary>Null when the category is not declared.</summary>
    public PueFigure? this[PueCategory category] => Figures.FirstOrDefault(figure => figure.Category == category);

    /// <summary>Whether both hold the same energies and figures, whatever their revisions.</summary>
    public bool SaysTheSameAs(PeriodTotals other) => Roles.SequenceEqual(other.Roles)
        && Figures.Select(figure => figure with { Revision = 0 })
            .SequenceEqual(other.Figures.Select(figure => figure with { Revision = 0 }));
}
