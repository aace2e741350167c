using DcOps.Collectors.Snmp.Events;

namespace DcOps.Collectors.Snmp.Traps;

/// <summary>What the catalogue makes of a notification.</summary>
/// <param name="Entry">Null when it is in no catalogue.</param>
/// <param name="Subject">What it is about, without the device: the same in the event that begins and the one that ends.</param>
readonly record struct Judgement(NotificationEntry? Entry, EventLevel Level, EventTransition Transition, string Subject);
