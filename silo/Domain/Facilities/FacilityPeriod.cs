using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Facilities;

/// <summary>A facility's energy over [From, To): what every KPI is computed from.</summary>
public sealed class FacilityPeriod
{
    readonly RoleEnergy?[] _roles;
    readonly ImmutableArray<PairedEnergy> _pue;

    internal FacilityPeriod(
        DateTimeOffset from, DateTimeOffset to, RoleEnergy?[] roles, RoleEnergy? entering, ImmutableArray<PairedEnergy> pue,
        PairedEnergy cooling, Energy otherCarriers)
    {
        (From, To, _roles, Entering, _pue, Cooling) = (from, to, roles, entering, pue, cooling);
        OtherCarriers = otherCarriers;
    }

    public DateTimeOffset From { get; }

    public DateTimeOffset To { get; }

    /// <summary>E_DC by electricity: utility entrance, generators and on-site renewables together. Null when none is declared.</summary>
    public RoleEnergy? Entering { get; }

    /// <summary>Energy of fuels and fluids that entered, as electricity-equivalent (EN 50600-4-2); part of E_DC.</summary>
    public Energy OtherCarriers { get; }

    /// <summary>Cooling against IT at the first declared category.</summary>
    public PairedEnergy Cooling { get; }

    /// <summary>The first category that the boundary declares; null when it declares no E_DC or no E_IT.</summary>
    public PueCategory? FirstCategory => Categories is [var first, ..] ? first : null;

    /// <summary>Categories that the boundary declares, category 1 first.</summary>
    public ImmutableArray<PueCategory> Categories =>
        Entering is null ? [] : [.. Enum.GetValues<PueCategory>().Where(category => this[category.ItRole()] is not null)];

    /// <summary>Null when the boundary does not declare the role.</summary>
    public RoleEnergy? this[MeterRole role] => _roles[(int)role];

    /// <summary>E_DC against E_IT of a category, fuels included, over the intervals in which both are complete.</summary>
    public PairedEnergy Pue(PueCategory category)
    {
        var electric = _pue[(int)category - 1];
        return electric.Intervals == 0 ? electric : electric with { Upper = electric.Upper + OtherCarriers };
    }

    /// <summary>The period of ledger rows, in any order; rows outside of it are left out.</summary>
    /// <param name="declared">Roles of the boundary. A role that has rows counts as declared too.</param>
    public static FacilityPeriod Of(
        IEnumerable<FacilityInterval> rows,
        DateTimeOffset from,
        DateTimeOffset to,
        IEnumerable<MeterRole> declared,
        Energy otherCarriers = default)
    {
        var inside = rows.Where(row => row.From >= from && row.From < to).ToList();
        var roles = declared.Concat(inside.Select(row => row.Role)).Distinct();
        var period = new FacilityPeriodBuilder(roles, (int)((to - from).Ticks / FacilityInterval.Length.Ticks));
        foreach (var interval in inside.GroupBy(row => row.From))
        {
            var values = default(RoleValues);
            foreach (var row in interval)
                values[row.Role] = new(row.Energy?.WattHours ?? 0, row.Estimated.WattHours, row.IsComplete);
            period.Add(values, 1);
        }

        return period.Build(from, to, otherCarriers);
    }
}
