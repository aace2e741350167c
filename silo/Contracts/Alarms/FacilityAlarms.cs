using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Inbox;

namespace DcOps.Contracts.Alarms;

/// <summary>What changed in the inbox of one facility.</summary>
/// <param name="Rows">New and changed ones.</param>
/// <param name="Gone">Incidents that are over, or were absorbed by another.</param>
/// <param name="Standing">Alarms that are not normal.</param>
/// <param name="Raised">Alarms raised since the last report: what a storm is made of.</param>
/// <param name="IsWhole">Whether these are all of the facility's rows.</param>
/// <param name="IsComplete">Whether every room and the plant has told its alarms.</param>
[GenerateSerializer, Immutable, Alias("FacilityAlarms")]
public sealed record FacilityAlarms(
    [property: Id(0)] string Facility,
    [property: Id(1)] ImmutableArray<InboxRow> Rows,
    [property: Id(2)] ImmutableArray<AlarmId> Gone,
    [property: Id(3)] int Standing,
    [property: Id(4)] int Shelved,
    [property: Id(5)] int Raised,
    [property: Id(6)] bool IsWhole,
    [property: Id(7)] bool IsComplete);
