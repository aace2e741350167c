using DcOps.Domain.Facilities;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Ledger.Archive;

/// <summary>A period's measure as it is kept.</summary>
sealed record KeptMeasure(
    FacilityId Facility,
    BusinessPeriod Period,
    TimeSpan Covered,
    string Policy,
    FacilityPeriodImage Energy,
    ImmutableArray<CategoryMeasure> Categories,
    ImmutableArray<MeterShare> Shares,
    ImmutableArray<BalanceWatch> Balances)
{
    public static KeptMeasure Of(PeriodMeasure measure) => new(
        measure.Facility, measure.Period, measure.Covered, measure.Policy, measure.Energy.Save(), measure.Categories, measure.Shares,
        measure.Balances);

    public PeriodMeasure Build() =>
        new(Facility, Period, Covered, Policy, FacilityPeriod.Restore(Energy), Categories, Shares, Balances);
}
