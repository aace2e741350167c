namespace DcOps.Collectors.Snmp.Events;

/// <summary>What a device told of its own accord, readable without any MIB.</summary>
/// <param name="At">When it arrived, UTC.</param>
/// <param name="Sender">Address that it came from or, when another passed it on, of the device that it is about.</param>
/// <param name="Location">Path of the device's location; null when no configured device has the address.</param>
/// <param name="Device">Name of the device at its location; null when no configured device has the address.</param>
/// <param name="Kind">Object identifier of the notification, in dotted form.</param>
/// <param name="Name">The notification's name in its MIB; its object identifier when it is in no catalogue.</param>
/// <param name="Meaning">One sentence; empty when it is in no catalogue.</param>
/// <param name="MeaningZh">The same in Chinese.</param>
/// <param name="Subject">What a condition is about: the event that ends it has the same one.</param>
/// <param name="UpTime">Since the device's agent started; null when it did not say.</param>
/// <param name="Variables">All that it says, in its order; may be empty.</param>
public sealed record DeviceEvent(
    DateTimeOffset At,
    string Sender,
    string? Location,
    string? Device,
    string Kind,
    string Name,
    string Meaning,
    string MeaningZh,
    EventLevel Level,
    EventTransition Transition,
    string Subject,
    TimeSpan? UpTime,
    ImmutableArray<EventVariable> Variables);
