using DcOps.Domain.Scheduling.Model;

namespace DcOps.Contracts.Scheduling;

/// <summary>A change that is thought through before anybody makes it.</summary>
public abstract record PlanQuestion
{
    PlanQuestion()
    {
    }

    /// <summary>A facility takes no work at all.</summary>
    public sealed record Closing(string Facility) : PlanQuestion;

    /// <summary>A share of a facility's power limit is gone for some slots, as with a chiller off.</summary>
    /// <param name="Share">Above 0, at most 1.</param>
    public sealed record LessPower(string Facility, double Share, int From, int To) : PlanQuestion;

    /// <summary>Every pool of a kind has a share more units.</summary>
    public sealed record MoreUnits(PoolKind Kind, double Share) : PlanQuestion;

    /// <summary>Energy costs so many times as much everywhere.</summary>
    public sealed record OtherPrice(double Factor) : PlanQuestion;
}
