using DcOps.Domain.Green;
using DcOps.Domain.Kpis.Factors;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>What a ledger is told by its configuration.</summary>
/// <param name="Declarations">By facility; one that is not declared is unknown to every scope.</param>
/// <param name="Meters">Registry in force until another is applied.</param>
/// <param name="Criteria">Null where the authority has set none: then no site is listed as inefficient.</param>
/// <param name="TargetRatio">Ratio that savings are counted against.</param>
public sealed record LedgerSettings(
    IReadOnlyDictionary<FacilityId, FacilityDeclaration> Declarations,
    MeterRegistry Meters,
    RuleBook Rules,
    FactorTable Factors,
    LowEfficiencyCriteria? Criteria,
    decimal TargetRatio)
{
    /// <summary>Racks, servers, designs, green power, fuels and condition tests by dated tables.</summary>
    public GreenInputs Inputs { get; init; } = GreenInputs.None;

    /// <summary>Water behind the grid's electricity, L/kWh; null when nobody stated it.</summary>
    public double? GridWaterLitresPerKilowattHour { get; init; }

    /// <summary>The shipped rules and factors, and nothing declared.</summary>
    public static LedgerSettings Shipped(MeterRegistry meters) => new(
        ImmutableDictionary<FacilityId, FacilityDeclaration>.Empty, meters, RuleBook.Shipped, FactorTable.Shipped, null, 1.3m);

    /// <summary>Bounds of what is missing: what physics leaves.</summary>
    public static GapPolicy Gaps => GapPolicy.Rated;
}
