namespace DcOps.Simulator.Faults;

/// <summary>What was really broken: what a monitor's incident is compared with.</summary>
/// <param name="Fault">Number of the fault.</param>
/// <param name="Node">The thing itself, by its id in the site's chain.</param>
/// <param name="Facility">Whose chain.</param>
/// <param name="Until">When it ended, or will by itself; null while nobody knows.</param>
/// <param name="Racks">Racks behind it, in the order of the layout.</param>
public sealed record BrokenThing(
    int Fault, FaultKind Kind, string Facility, string Node, DateTimeOffset From, DateTimeOffset? Until, ImmutableArray<string> Racks);
