using DcOps.Collectors.Pipeline.Telemetry;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>What became of one message.</summary>
public abstract record MessageOutcome
{
    MessageOutcome()
    {
    }

    /// <summary>It became readings.</summary>
    /// <param name="Faults">The values among them that are bad, by point; empty when there are none.</param>
    public sealed record Mapped(
        string Mapping, DeviceReadings Readings, TimeFault Time, ImmutableArray<(string Point, ValueFault Fault)> Faults) : MessageOutcome;

    /// <param name="Detail">What exactly was wrong, for a person; null when the reason says it all.</param>
    public sealed record Refused(RefusalReason Reason, string? Detail = null) : MessageOutcome;

    /// <summary>It told of several devices.</summary>
    /// <param name="Parts">One for each; never empty, never nested.</param>
    public sealed record Several(ImmutableArray<MessageOutcome> Parts) : MessageOutcome;

    /// <summary>It told something about devices and no value.</summary>
    /// <param name="Topics">Topics on which the values that it described will come; empty when they are subscribed to already.</param>
    public sealed record Noted(ImmutableArray<string> Topics) : MessageOutcome;
}
