namespace DcOps.Domain.Scheduling.Reasons;

/// <summary>A sentence as data: the dashboard holds its Chinese and English wording under <paramref name="Id"/>.</summary>
/// <param name="Id">Stable name such as <c>Schedule.Reason.CheaperEnergy</c>.</param>
/// <param name="Arguments">In the order of the wording's placeholders: text, whole numbers, amounts with their unit in the wording.</param>
public sealed record ReasonText(string Id, ImmutableArray<object> Arguments)
{
    public static ReasonText Of(string id, params ImmutableArray<object> arguments) => new("Schedule." + id, arguments);

    public bool Equals(ReasonText? other) => other is not null && Id == other.Id && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Id, Arguments.Length);
}
