using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Facilities;

/// <summary>A facility's energy over [From, To): what every KPI is computed from.</summary>
public sealed class FacilityPeriod
{
    /// <summary>Number of members of <see cref="PairKind"/>.</summary>
    internal const int PairKinds = 5;

    readonly RoleEnergy?[] _roles;
    readonly ImmutableArray<PairedEnergy> _pue;
    readonly ImmutableArray<PairedEnergy> _pairs;

    internal FacilityPeriod(
        DateTimeOffset from, DateTimeOffset to, RoleEnergy?[] roles, RoleEnergy? entering, ImmutableArray<PairedEnergy> pue,
        ImmutableArray<PairedEnergy> pairs, PairedEnergy cooling, Energy otherCarriers)
    {
        (From, To, _roles, Entering, _pue, _pairs, Cooling) = (from, to, roles, entering, pue, pairs, cooling);
        OtherCarriers = otherCarriers;
    }

    FacilityPeriod(FacilityPeriod electricity, FacilityFacts facts)
        : this(
            electricity.From, electricity.To, electricity._roles, electricity.Entering, electricity._pue, electricity._pairs,
            electricity.Cooling, electricity.OtherCarriers) => Facts = facts;

    public DateTimeOffset From { get; }

    public DateTimeOffset To { get; }

    /// <summary>E_DC by electricity: utility entrance, generators and on-site renewables together. Null when none is declared.</summary>
    public RoleEnergy? Entering { get; }

    /// <summary>Energy of fuels and fluids that entered, as electricity-equivalent (EN 50600-4-2); part of E_DC.</summary>
    public Energy OtherCarriers { get; }

    /// <summary>What the period's KPIs need besides metered energy.</summary>
    public FacilityFacts Facts { get; } = FacilityFacts.None;

    /// <summary>All of E_DC that is known, estimates and other carriers included; null when no entering role is declared, or none was read.</summary>
    public Energy? FacilityEnergy =>
        Entering is { IntervalsComplete: > 0 } entering ? entering.Filled + OtherCarriers : null;

    /// <summary>All of E_IT that is known at the first declared category, estimates included; null when none was read.</summary>
    public Energy? ItEnergy =>
        FirstCategory is { } category && this[category.ItRole()] is { Filled.WattHours: > 0 } it ? it.Filled : null;

    /// <summary>Water that entered: as declared, else what the water meters counted; null when neither is known.</summary>
    public WaterVolume? Water => Facts.Water
        ?? (this[MeterRole.Water] is { IntervalsComplete: > 0 } metered ? new WaterVolume(metered.Filled.WattHours) : null);

    /// <summary>Hours of the period as the calendar has them.</summary>
    public double Hours => (To - From).TotalHours;

    /// <summary>Cooling against IT at the first declared category.</summary>
    public PairedEnergy Cooling { get; }

    /// <summary>The first category that the boundary declares; null when it declares no E_DC or no E_IT.</summary>
    public PueCategory? FirstCategory => Categories is [var first, ..] ? first : null;

    /// <summary>Categories that the boundary declares, category 1 first.</summary>
    public ImmutableArray<PueCategory> Categories =>
        Entering is null ? [] : [.. Enum.GetValues<PueCategory>().Where(category => this[category.ItRole()] is not null)];

    /// <summary>Null when the boundary does not declare the role.</summary>
    public RoleEnergy? this[MeterRole role] => _roles[(int)role];

    /// <summary>The same period with what is known besides metered energy.</summary>
    public FacilityPeriod With(FacilityFacts facts) => new(this, facts);

    /// <summary>Two sides other than the PUE's, over the intervals in which both are complete; all zero when there is none.</summary>
    public PairedEnergy Pair(PairKind kind) => (int)kind < _pairs.Length ? _pairs[(int)kind] : default;

    /// <summary>E_DC against E_IT of a category, fuels included, over the intervals in which both are complete.</summary>
    public PairedEnergy Pue(PueCategory category)
    {
        var electric = _pue[(int)category - 1];
        return electric.Intervals == 0 ? electric : electric with { Upper = electric.Upper + OtherCarriers };
    }

    /// <summary>The period as it is kept.</summary>
    public FacilityPeriodImage Save() => new(
        From, To,
        [
            .. Enumerable.Range(0, _roles.Length).Where(role => _roles[role] is not null)
                .Select(role => new RoleTotal((MeterRole)role, _roles[role]!.Value)),
        ],
        Entering, _pue, _pairs, Cooling, OtherCarriers);

    public static FacilityPeriod Restore(FacilityPeriodImage image)
    {
        var roles = new RoleEnergy?[RoleValues.Count];
        foreach (var total in image.Roles)
            roles[(int)total.Role] = total.Energy;
        return new(image.From, image.To, roles, image.Entering, image.Pue, image.Pairs, image.Cooling, image.OtherCarriers);
    }

    /// <summary>
    /// The period of its parts, each by the boundary that it was made with: a role counts as declared when any part declares it,
    /// and stretches without part count as expected and not known.
    /// </summary>
    /// <param name="parts">Inside the period, none overlapping another, of ledger intervals.</param>
    public static FacilityPeriod Sum(IReadOnlyCollection<FacilityPeriod> parts, DateTimeOffset from, DateTimeOffset to)
    {
        var expected = (int)((to - from).Ticks / FacilityInterval.Length.Ticks);
        var roles = new RoleEnergy?[RoleValues.Count];
        var (pue, pairs) = (new PairedEnergy[3], new PairedEnergy[PairKinds]);
        RoleEnergy? entering = null;
        var (cooling, carriers) = (default(PairedEnergy), Energy.Zero);
        foreach (var part in parts)
        {
            for (var role = 0; role < roles.Length; role++)
                roles[role] = Plus(roles[role], part._roles[role], expected);
            entering = Plus(entering, part.Entering, expected);
            for (var index = 0; index < pue.Length; index++)
                pue[index] += part._pue[index];
            for (var index = 0; index < pairs.Length; index++)
                pairs[index] += part.Pair((PairKind)index);
            (cooling, carriers) = (cooling + part.Cooling, carriers + part.OtherCarriers);
        }

        return new(from, to, roles, entering, [.. pue], [.. pairs], cooling, carriers);
    }

    static RoleEnergy? Plus(RoleEnergy? sum, RoleEnergy? part, int expected) => part is not { } own ? sum
        : new(
            (sum?.Filled ?? Energy.Zero) + own.Filled, (sum?.Estimated ?? Energy.Zero) + own.Estimated,
            (sum?.IntervalsComplete ?? 0) + own.IntervalsComplete, expected);

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
