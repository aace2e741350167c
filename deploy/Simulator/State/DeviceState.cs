namespace DcOps.Simulator.State;

/// <summary>A device that is no longer as the layout made it: its register was reset, or it was exchanged or restarted.</summary>
public sealed record DeviceState(
    string Location,
    string Name,
    DateTimeOffset StartedAt,
    int Exchanges,
    long? OffsetMillijoules,
    DateTimeOffset? RegisterResetAt);
