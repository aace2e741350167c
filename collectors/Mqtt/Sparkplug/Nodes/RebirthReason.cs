namespace DcOps.Collectors.Mqtt.Sparkplug.Nodes;

/// <summary>Why a node is asked for a new birth; a label of a counter.</summary>
public enum RebirthReason : byte
{
    /// <summary>Data, or a device's birth or death, of a node whose birth was not seen.</summary>
    BeforeBirth = 0,

    /// <summary>A message of the sequence did not come in time.</summary>
    Gap = 1,

    /// <summary>A metric that no birth named.</summary>
    UnknownMetric = 2,

    /// <summary>A payload that does not decode: what it would have said is lost.</summary>
    Undecodable = 3,
}
