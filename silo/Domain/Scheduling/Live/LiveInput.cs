using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Scheduling.Live;

/// <summary>
/// Puts what is measured in the place of what tables declare: base load, limit under N-1, power curve. A facility that is not measured any
/// more is silent: it keeps what runs and takes nothing new.
/// </summary>
public static class LiveInput
{
    /// <summary>Age of the newest minute from which a facility is silent.</summary>
    public static readonly TimeSpan SilentAfter = TimeSpan.FromMinutes(15);

    const string PlanTablesName = "tables";

    /// <param name="truths">By facility; one that is absent is planned by its tables.</param>
    /// <returns>The changed input and one note per facility, in its order.</returns>
    public static (PlanningInput Input, ImmutableArray<TruthNote> Notes) Apply(
        PlanningInput input, IReadOnlyDictionary<FacilityId, FacilityTruth> truths, DateTimeOffset now)
    {
        var facilities = ImmutableArray.CreateBuilder<FacilityOffer>(input.Facilities.Length);
        var notes = ImmutableArray.CreateBuilder<TruthNote>(input.Facilities.Length);
        foreach (var declared in input.Facilities)
        {
            var (offer, note) = truths.TryGetValue(declared.Id, out var truth)
                ? Of(input, declared, truth, now)
                : (declared, Note(declared, null, TruthState.Declared, BaseSource.Tables, PlanTablesName));
            facilities.Add(offer);
            notes.Add(note);
        }

        return (input with { Facilities = facilities.MoveToImmutable() }, notes.MoveToImmutable());
    }

    static (FacilityOffer Offer, TruthNote Note) Of(PlanningInput input, FacilityOffer declared, FacilityTruth truth, DateTimeOffset now)
    {
        var isSilent = truth.LastSeen is not { } seen || now - seen > SilentAfter;
        var (load, source) = BaseOf(input, declared, truth);
        var bound = PlanTablesName;
        var limits = ImmutableArray.CreateBuilder<double>(input.Slots);
        for (var slot = 0; slot < input.Slots; slot++)
        {
            var limit = declared.LimitKw[slot];
            if (truth.Headroom is { } headroom && headroom.LimitKw < limit)
                (limit, bound) = (Math.Max(0, headroom.LimitKw), KebabCase.Of(headroom.Binding));
            limits.Add(limit);
        }

        var offer = declared with
        {
            Status = isSilent && declared.Status == OfferStatus.Live ? OfferStatus.Silent : declared.Status,
            BaseKw = load,
            LimitKw = limits.MoveToImmutable(),
            Curve = truth.CurveNow?.Curve ?? declared.Curve,
        };
        return (offer, Note(offer, truth, isSilent ? TruthState.Silent : TruthState.Live, source, bound));
    }

    static TruthNote Note(FacilityOffer offer, FacilityTruth? truth, TruthState state, BaseSource source, string bound)
    {
        var peak = truth?.Headroom is { } headroom ? headroom.LimitKw - headroom.FreeKw
            : truth is { Load.IsEmpty: false } ? truth.Load.Max(sample => sample.HighestKw)
            : (double?)null;
        var at = peak ?? offer.BaseKw.Max();
        return new(
            offer.Id.Value, state, truth?.LastSeen, peak, offer.LimitKw.Min(), bound, source, truth?.CurveNow?.RSquared,
            truth?.CurveNow?.Points ?? 0, offer.Curve.MarginalPue(at), offer.Curve.AveragePue(at));
    }

    static (ImmutableArray<double> Load, BaseSource Source) BaseOf(PlanningInput input, FacilityOffer declared, FacilityTruth truth)
    {
        if (truth.Load.IsEmpty)
            return (declared.BaseKw, BaseSource.Tables);
        if (BaseForecast.Of(truth.Load, input.StartsAt, input.Step, input.Slots) is { } points)
            return ([.. points.Select(point => Math.Max(0, point.P90))], BaseSource.Forecast);

        var newest = truth.Load.Max(sample => sample.From);
        var highest = truth.Load.Where(sample => sample.From > newest - TimeSpan.FromDays(1)).Max(sample => sample.HighestKw);
        return ([.. Enumerable.Repeat(highest, input.Slots)], BaseSource.MeasuredPeak);
    }
}
