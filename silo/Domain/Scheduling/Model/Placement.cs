namespace DcOps.Domain.Scheduling.Model;

/// <summary>Where and when a workload runs.</summary>
/// <param name="Facility">Position in <see cref="PlanningInput.Facilities"/>.</param>
/// <param name="Runs">In time order, not touching unless the units differ; not empty.</param>
public sealed record Placement(int Facility, ImmutableArray<SlotRun> Runs)
{
    public int First => Runs[0].From;

    public int End => Runs[^1].To;

    public bool Equals(Placement? other) =>
        other is not null && Facility == other.Facility && Runs.AsSpan().SequenceEqual(other.Runs.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Facility, Runs.Length, First, End);
}
