namespace DcOps.Domain.Scheduling.Headroom;

/// <summary>What a facility can still take, and what stands in the way.</summary>
/// <param name="LimitKw">IT kW that may run with the worst units lost.</param>
/// <param name="FreeKw">Limit less the measured peak; negative when redundancy is already gone.</param>
/// <param name="Binding">The stage that sets the limit.</param>
/// <param name="LostUnits">Names of the units whose loss it is reckoned with; empty for a contract.</param>
/// <param name="Used">Peak over limit.</param>
public sealed record FacilityHeadroom(double LimitKw, double FreeKw, LimitKind Binding, ImmutableArray<string> LostUnits, double Used)
{
    /// <summary>Every stage must carry the load with its largest spares lost.</summary>
    /// <param name="measuredPeakKw">Highest IT kW of the window looked at; null when nothing was measured.</param>
    /// <param name="contractKw">IT kW the supply contract leaves; null when there is no limit.</param>
    /// <returns>Null when the peak is unknown or no stage is described: unknown headroom is not headroom.</returns>
    public static FacilityHeadroom? Of(double? measuredPeakKw, ImmutableArray<ChainStage> stages, double? contractKw)
    {
        if (measuredPeakKw is not { } peak || (stages.IsEmpty && contractKw is null))
            return null;

        var (limit, binding, lost) = (contractKw ?? double.PositiveInfinity, LimitKind.Contract, ImmutableArray<string>.Empty);
        foreach (var stage in stages)
        {
            var largestFirst = stage.Paths.OrderByDescending(path => path.RatedKw).ThenBy(path => path.Name, StringComparer.Ordinal).ToArray();
            var carried = stage.Derating * largestFirst.Skip(stage.Spares).Sum(path => path.RatedKw);
            if (carried < limit)
                (limit, binding, lost) = (carried, stage.Kind, [.. largestFirst.Take(stage.Spares).Select(path => path.Name)]);
        }

        return new(limit, limit - peak, binding, lost, limit > 0 ? peak / limit : double.PositiveInfinity);
    }
}
