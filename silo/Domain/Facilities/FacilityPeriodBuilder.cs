using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Facilities;

/// <summary>Sums intervals into a period, each interval once.</summary>
/// <param name="declared">Roles of the boundary.</param>
/// <param name="expected">Intervals of the period, in the unit of the weights.</param>
public sealed class FacilityPeriodBuilder(IEnumerable<MeterRole> declared, int expected)
{
    readonly RoleEnergy?[] _roles = Declared(declared, expected);
    readonly PairedEnergy[] _pue = new PairedEnergy[3];
    readonly PairedEnergy[] _pairs = new PairedEnergy[FacilityPeriod.PairKinds];
    PairedEnergy _cooling;
    RoleEnergy _entering = new(Energy.Zero, Energy.Zero, 0, expected);

    /// <summary>Adds one interval.</summary>
    /// <param name="weight">How many units long it is.</param>
    public void Add(in RoleValues values, int weight)
    {
        for (var role = 0; role < RoleValues.Count; role++)
        {
            if (_roles[role] is { } sum)
                _roles[role] = Plus(sum, values[role], weight);
        }

        var entering = EnteringOf(values);
        _entering = Plus(_entering, entering, weight);
        AddPair(PairKind.ReuseOverFacility, values[MeterRole.Reuse], entering, weight);
        AddPair(PairKind.HeatOverCooling, values[MeterRole.HeatRemoved], values[MeterRole.Cooling], weight);
        AddPair(PairKind.UpsOutputOverInput, values[MeterRole.UpsOutput], values[MeterRole.UpsInput], weight);
        AddPair(PairKind.RenewableOverFacility, values[MeterRole.Renewable], entering, weight);
        var isFirst = true;
        for (var category = PueCategory.Category1; category <= PueCategory.Category3; category++)
        {
            if (_roles[(int)category.ItRole()] is null)
                continue;

            var it = values[category.ItRole()];
            if (entering.IsComplete && it.IsComplete)
                _pue[(int)category - 1] = _pue[(int)category - 1].Plus(entering, it, weight);
            if (isFirst && values[MeterRole.Cooling].IsComplete && it.IsComplete)
                _cooling = _cooling.Plus(values[MeterRole.Cooling], it, weight);
            if (isFirst)
                AddPair(PairKind.CoolantPumpsOverIt, values[MeterRole.CoolantPumps], it, weight);
            isFirst = false;
        }
    }

    public FacilityPeriod Build(DateTimeOffset from, DateTimeOffset to, Energy otherCarriers = default)
    {
        var hasEntering = MeterRoles.Entering.Any(role => _roles[(int)role] is not null);
        return new(from, to, [.. _roles], hasEntering ? _entering : null, [.. _pue], [.. _pairs], _cooling, otherCarriers);
    }

    void AddPair(PairKind kind, in RoleValue upper, in RoleValue lower, int weight)
    {
        if (upper.IsComplete && lower.IsComplete)
            _pairs[(int)kind] = _pairs[(int)kind].Plus(upper, lower, weight);
    }

    static RoleEnergy?[] Declared(IEnumerable<MeterRole> declared, int expected)
    {
        var roles = new RoleEnergy?[RoleValues.Count];
        foreach (var role in declared)
            roles[(int)role] = new RoleEnergy(Energy.Zero, Energy.Zero, 0, expected);
        return roles;
    }

    static RoleEnergy Plus(in RoleEnergy sum, in RoleValue value, int weight) => new(
        new(sum.Filled.WattHours + value.WattHours),
        new(sum.Estimated.WattHours + value.EstimatedWattHours),
        sum.IntervalsComplete + (value.IsComplete ? weight : 0),
        sum.IntervalsExpected);

    RoleValue EnteringOf(in RoleValues values)
    {
        var sum = default(RoleValue);
        var isComplete = false;
        var isMissing = false;
        foreach (var role in MeterRoles.Entering)
        {
            if (_roles[(int)role] is null)
                continue;

            var value = values[role];
            sum = new(sum.WattHours + value.WattHours, sum.EstimatedWattHours + value.EstimatedWattHours, false);
            isComplete |= value.IsComplete;
            isMissing |= !value.IsComplete;
        }

        if (_roles[(int)MeterRole.Export] is not null)
        {
            var export = values[MeterRole.Export];
            sum = new(sum.WattHours - export.WattHours, sum.EstimatedWattHours + export.EstimatedWattHours, false);
            isMissing |= !export.IsComplete;
        }

        return sum with { IsComplete = isComplete && !isMissing };
    }
}
