namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>Whether a message stands for itself or changes what was said before.</summary>
public enum MergeRule : byte
{
    None = 0,

    /// <summary>The payload names only what changed; members not in it keep their last value.</summary>
    Overlay = 1,
}
