namespace DcOps.Simulator.Faults;

/// <summary>A scenario as it is asked for.</summary>
/// <param name="Name">One of <see cref="ScenarioBook.Names"/>.</param>
/// <param name="For">How long; null until it is cleared.</param>
/// <param name="Every">Period of what flaps.</param>
public sealed record ScenarioRequest(string Name, string Facility, TimeSpan? For, TimeSpan? Every = null);
