using DcOps.Contracts.Scheduling;
using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Scheduling.Advice;
using DcOps.Domain.Scheduling.Dispatch;
using DcOps.Domain.Scheduling.Release;
using DcOps.Domain.Topology;

namespace DcOps.Grains.Planning;

/// <summary>The ledger of advice over the energy ledger's quarter-hours.</summary>
/// <param name="dispatch">Null where released plans are tables for people.</param>
public sealed class AdviceRecords(IPlanDesk plans, IHistoryReader history, IDispatchDesk? dispatch) : IAdviceLedger
{
    static readonly MeterRole[] It = [MeterRole.UpsOutput, MeterRole.PduOutput, MeterRole.ItInput];

    public async Task<ImmutableArray<AdviceRow>?> OfAsync(string plan, CancellationToken cancellationToken)
    {
        if (await plans.OpenAsync(plan, cancellationToken) is not { } open || open.Life.Signs.All(sign => sign.Stage != PlanStage.Released))
            return null;

        var (input, placements) = (open.Plan.Input, open.Plan.Placements);
        var metered = new List<MeteredSlot>();
        if (input.Step == FacilityInterval.Length)
        {
            foreach (var facility in placements.OfType<Domain.Scheduling.Model.Placement>().Select(placement => placement.Facility).Distinct())
                metered.AddRange(Slots(await history.IntervalsAsync(input.Facilities[facility].Id, input.StartsAt, input.StartsAt + (input.Step * input.Slots), cancellationToken)));
        }

        var ran = dispatch is { IsShadow: false }
            ? dispatch.Records().Where(record => record.State == DispatchState.Verified).Select(record => record.Command.Job).ToHashSet(StringComparer.Ordinal)
            : null;
        return AdviceLedger.Of(input, placements, job => ran is null || ran.Contains(job), metered);
    }

    /// <summary>Quarter-hours of which every meter is known, nothing of them estimated.</summary>
    static IEnumerable<MeteredSlot> Slots(ImmutableArray<FacilityInterval> intervals)
    {
        var whole = intervals.Where(row => row.IsComplete && row.Quality == IntervalQuality.Measured).ToLookup(row => row.Role);
        var entering = whole[MeterRole.UtilityEntrance].ToDictionary(row => row.From, row => row.Energy!.Value.KilowattHours);
        return whole[It.FirstOrDefault(role => whole[role].Any())].Where(row => entering.ContainsKey(row.From))
            .Select(row => new MeteredSlot(row.Facility, row.From, row.Energy!.Value.KilowattHours, entering[row.From]));
    }
}
