namespace DcOps.Domain.Alarms.Work;

/// <summary>An open incident that an alarm of its own explains.</summary>
/// <param name="Root">Stands.</param>
/// <param name="Others">Standing alarms that it explains.</param>
public readonly record struct CausedIncident(Alarm Root, ImmutableArray<Alarm> Others);
