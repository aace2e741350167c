namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>Why a message, as a whole, became no reading. Each is a label of a counter.</summary>
public enum RefusalReason : byte
{
    /// <summary>Kept by the broker from before we subscribed: an old value, not a sample.</summary>
    Retained = 0,

    /// <summary>The topic fits no mapping.</summary>
    UnknownTopic = 1,

    /// <summary>The topic's levels are no facility, room or rack code, or no device name.</summary>
    MalformedTopic = 2,

    /// <summary>No rack or facility of that location is in the inventory.</summary>
    UnknownLocation = 3,

    /// <summary>The configuration does not place this device.</summary>
    UnplacedDevice = 4,

    /// <summary>Larger than the configuration allows.</summary>
    TooLarge = 5,

    /// <summary>Not text in UTF-8.</summary>
    NotUtf8 = 6,

    NotJson = 7,

    /// <summary>A member stands twice: which one is meant nobody can know.</summary>
    DuplicateMember = 8,

    /// <summary>Nothing in it that the mapping knows.</summary>
    NothingMapped = 9,

    /// <summary>Not a Sparkplug payload, or cut short.</summary>
    Undecodable = 10,

    /// <summary>Sparkplug data of a node whose birth has not been seen: names and types are unknown.</summary>
    BeforeBirth = 11,

    /// <summary>Sparkplug: a will of an earlier connection of the node, arriving late.</summary>
    OldDeath = 12,

    /// <summary>QoS 0, and more arrives than can be kept.</summary>
    QueueFull = 13,

    /// <summary>What devices have said so far grew beyond its limit.</summary>
    TooManySources = 14,

    /// <summary>A fault of ours; the log has it.</summary>
    Failed = 15,

    /// <summary>A value whose description has not been seen: its unit is unknown.</summary>
    Undescribed = 16,

    /// <summary>A description that cannot be followed: a unit or a template that is not known, or a second value of the same meaning.</summary>
    UnusableDescription = 17,
}
