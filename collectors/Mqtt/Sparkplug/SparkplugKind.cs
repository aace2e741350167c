namespace DcOps.Collectors.Mqtt.Sparkplug;

/// <summary>What a Sparkplug message is: N of a node, D of a device behind it.</summary>
public enum SparkplugKind : byte
{
    NBirth = 0,
    NData = 1,
    NDeath = 2,
    DBirth = 3,
    DData = 4,
    DDeath = 5,
    NCmd = 6,
    DCmd = 7,
}
