namespace DcOps.Collectors.Snmp.Walking.Scripts;

/// <summary>
/// A poll as it went before, exchange by exchange. A device whose tables are as they were says the same names in the same
/// order: then nothing of its answer needs to be worked out anew. Any other answer is walked.
/// </summary>
sealed record PollScript(PollPlan Plan, ImmutableArray<ScriptStep> Steps)
{
    public bool Equals(PollScript? other) => other is not null
        && ReferenceEquals(Plan, other.Plan) && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Steps.Length, Steps.IsEmpty ? 0 : Steps[^1].GetHashCode());
}
