using DcOps.Collectors.Mqtt.Mapping;

namespace DcOps.Collectors.Mqtt.Sparkplug.Nodes;

/// <summary>What a node's message leads to.</summary>
abstract record NodeEffect
{
    NodeEffect()
    {
    }

    /// <summary>Values of the node (<paramref name="Device"/> null) or a device, each with its name and type.</summary>
    public sealed record Said(string? Device, ImmutableArray<SparkplugMetric> Metrics, NodeMessage Message) : NodeEffect;

    /// <summary>What was known of the node itself or a device is known no more.</summary>
    /// <param name="Metrics">Names of the metrics that it had.</param>
    public sealed record WentSilent(string? Device, ImmutableArray<string> Metrics, DateTimeOffset At) : NodeEffect;

    /// <summary>The message is of no use.</summary>
    public sealed record Refused(NodeMessage Message, RefusalReason Reason, string? Detail) : NodeEffect;

    /// <summary>The sequence has a gap that lasts: the node's state is not known any more.</summary>
    public sealed record GapFound(ulong Missing) : NodeEffect;

    /// <summary>The node should be asked to tell everything anew.</summary>
    public sealed record WantsBirth(RebirthReason Reason) : NodeEffect;
}
