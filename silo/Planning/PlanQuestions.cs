using DcOps.Contracts.Scheduling;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Planning;
using DcOps.Domain.Scheduling.Reasons;

namespace DcOps.Planning;

/// <summary>Questions as changed inputs, answered by planning again.</summary>
static class PlanQuestions
{
    /// <exception cref="ArgumentException">The plan has no such facility, or the change is out of its range.</exception>
    public static WhatIf Answer(Plan plan, PlanQuestion question, CancellationToken cancellationToken) => question switch
    {
        PlanQuestion.MoreUnits { Share: > 0 and <= 10 } some => WhatIf.MoreUnits(plan, some.Kind, some.Share, PlanEffort.Warm, cancellationToken),
        PlanQuestion.Closing some => Again(plan, Changed(plan, some.Facility, offer => offer with { Status = OfferStatus.Standby }), cancellationToken),
        PlanQuestion.LessPower { Share: > 0 and <= 1 } some => Again(
            plan, Changed(plan, some.Facility, offer => offer with { LimitKw = Less(offer, some) }), cancellationToken),
        PlanQuestion.OtherPrice { Factor: >= 0 and <= 10 } some => Again(
            plan, plan.Input with
            {
                Facilities = [.. plan.Input.Facilities.Select(offer => offer with { Price = [.. offer.Price.Select(price => price * some.Factor)] })],
            },
            cancellationToken),
        _ => throw new ArgumentException($"{question} is out of range.", nameof(question)),
    };

    static WhatIf Again(Plan plan, PlanningInput changed, CancellationToken cancellationToken) =>
        WhatIf.Of(plan, changed, PlanEffort.Warm, cancellationToken);

    static ImmutableArray<double> Less(FacilityOffer offer, PlanQuestion.LessPower change) =>
        [.. offer.LimitKw.Select((limit, slot) => slot >= change.From && slot < change.To ? Math.Max(offer.BaseKw[slot], limit * (1 - change.Share)) : limit)];

    static PlanningInput Changed(Plan plan, string facility, Func<FacilityOffer, FacilityOffer> change)
    {
        var facilities = plan.Input.Facilities;
        for (var index = 0; index < facilities.Length; index++)
        {
            if (facilities[index].Id.Value == facility)
                return plan.Input with { Facilities = facilities.SetItem(index, change(facilities[index])) };
        }

        throw new ArgumentException($"The plan has no facility {facility}.", nameof(facility));
    }
}
