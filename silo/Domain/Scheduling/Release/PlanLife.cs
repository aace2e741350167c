namespace DcOps.Domain.Scheduling.Release;

/// <summary>
/// The life of one plan: made, approved by one or by two people, released, or withdrawn, expired, replaced. Immutable; illegal deeds
/// are refused with the reason.
/// </summary>
/// <param name="Id">As in <c>P-0042</c>.</param>
/// <param name="MadeAt">When its inputs were taken; the plan expires by it.</param>
/// <param name="Approvals">People who must approve, 1 or 2.</param>
/// <param name="Signs">By time; the first is the recommendation.</param>
public sealed record PlanLife(string Id, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, int Approvals, ImmutableArray<PlanSign> Signs)
{
    public PlanStage Stage => Signs[^1].Stage;

    public bool IsOpen => Stage is PlanStage.Recommended or PlanStage.HalfApproved or PlanStage.Approved;

    /// <param name="highestKw">IT kW that the plan places in its fullest slot.</param>
    public static PlanLife Begin(string id, DateTimeOffset madeAt, double highestKw, ReleasePolicy policy) => new(
        id, madeAt, madeAt + policy.ValidFor, highestKw >= policy.TwoPersonsFromKw ? 2 : 1,
        [new(PlanStage.Recommended, PlanSign.Product, madeAt, null)]);

    /// <summary>The life after a deed, or why not.</summary>
    public (PlanLife? After, PlanRefusal Refusal) Do(PlanDeed deed, string author, string? reason, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(author))
            return (null, PlanRefusal.NoName);
        if (!IsOpen && !(deed == PlanDeed.Withdraw && Stage == PlanStage.Released))
            return (null, PlanRefusal.NotOpen);
        if (deed != PlanDeed.Withdraw && now >= ExpiresAt)
            return (null, PlanRefusal.TooOld);

        return deed switch
        {
            PlanDeed.Approve when Stage == PlanStage.Approved => (null, PlanRefusal.ApprovedAlready),
            PlanDeed.Approve when Stage == PlanStage.HalfApproved && Signs.Any(sign => sign.Stage == PlanStage.HalfApproved && IsSame(sign.Author, author)) =>
                (null, PlanRefusal.SamePerson),
            PlanDeed.Approve when Stage == PlanStage.Recommended && Approvals > 1 => (With(PlanStage.HalfApproved, author, reason, now), PlanRefusal.None),
            PlanDeed.Approve => (With(PlanStage.Approved, author, reason, now), PlanRefusal.None),
            PlanDeed.Release when Stage != PlanStage.Approved => (null, PlanRefusal.NotApproved),
            PlanDeed.Release => (With(PlanStage.Released, author, reason, now), PlanRefusal.None),
            PlanDeed.Withdraw when string.IsNullOrWhiteSpace(reason) => (null, PlanRefusal.NoReason),
            PlanDeed.Withdraw => (With(PlanStage.Withdrawn, author, reason, now), PlanRefusal.None),
            _ => throw new ArgumentOutOfRangeException(nameof(deed), deed, "is not a deed known here."),
        };
    }

    /// <summary>The life at an instant: what is still open after its time is expired.</summary>
    public PlanLife At(DateTimeOffset now) =>
        IsOpen && now >= ExpiresAt ? With(PlanStage.Expired, PlanSign.Product, null, ExpiresAt) : this;

    /// <summary>Another plan was released: this one is no longer the one in force.</summary>
    public PlanLife Replaced(string by, DateTimeOffset now) =>
        Stage == PlanStage.Released || IsOpen ? With(PlanStage.Replaced, PlanSign.Product, by, now) : this;

    PlanLife With(PlanStage stage, string author, string? reason, DateTimeOffset at) =>
        this with { Signs = Signs.Add(new(stage, author.Trim(), at, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim())) };

    static bool IsSame(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
