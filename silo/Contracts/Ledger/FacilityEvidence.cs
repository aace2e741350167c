using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Rules;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;

namespace DcOps.Contracts.Ledger;

/// <summary>What a facility's figures of a period rest on.</summary>
/// <param name="At">As of when, UTC.</param>
/// <param name="Figures">As known now, one per declared category, category 1 first; revision 0 where the period is open.</param>
/// <param name="Boundaries">The tree of meters, with the local days on which each held; in order, without gap.</param>
/// <param name="Meters">Leaves, by name.</param>
/// <param name="Balances">Parents against their children, by parent.</param>
/// <param name="Corrections">All of the facility's meters that touch the period, whatever their state, by id.</param>
/// <param name="Closed">Null while the period is open, and for the trailing year.</param>
/// <param name="Compliance">At the first declared category; null when none is declared.</param>
public sealed record FacilityEvidence(
    Facility Facility,
    ReportPeriod Period,
    DateTimeOffset At,
    ImmutableArray<PueFigure> Figures,
    ImmutableArray<(BusinessPeriod Days, MeterBoundary Boundary)> Boundaries,
    ImmutableArray<MeterEvidence> Meters,
    ImmutableArray<BalanceWatch> Balances,
    ImmutableArray<Correction> Corrections,
    ClosedPeriod? Closed,
    FacilityCompliance? Compliance);
