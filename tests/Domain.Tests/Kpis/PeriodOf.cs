using DcOps.Domain.Facilities;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Kpis;

/// <summary>Periods of ledger rows, written down by role and interval in kilowatt-hours; null is a missing interval.</summary>
static class PeriodOf
{
    public static readonly DateTimeOffset From = new(2026, 3, 2, 16, 0, 0, TimeSpan.Zero);

    public static FacilityPeriod Rows(params (MeterRole Role, decimal?[] KilowattHours)[] roles) =>
        Rows(Energy.Zero, roles);

    public static FacilityPeriod Rows(Energy otherCarriers, params (MeterRole Role, decimal?[] KilowattHours)[] roles) =>
        FacilityPeriod.Of(
            roles.SelectMany(role => role.KilowattHours.Select((energy, index) => Row(role.Role, index, energy))),
            From,
            From.AddMinutes(15 * roles[0].KilowattHours.Length),
            roles.Select(role => role.Role),
            otherCarriers);

    public static FacilityInterval Row(MeterRole role, int index, decimal? kilowattHours, decimal estimated = 0) => new(
        FacilityId.Parse("NJ-01"), role, From.AddMinutes(15 * index),
        kilowattHours is { } known ? Energy.FromKilowattHours(known) : null,
        Energy.FromKilowattHours(estimated),
        kilowattHours is null ? IntervalQuality.Missing : IntervalQuality.Measured,
        kilowattHours is null ? 0 : 1, 1);
}
