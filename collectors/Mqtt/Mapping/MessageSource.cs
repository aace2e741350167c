using DcOps.Collectors.Mqtt.Topics;
using DcOps.Collectors.Pipeline.Devices;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>The device behind one topic, and what must be remembered about it between messages.</summary>
sealed class MessageSource
{
    MessageSource(PayloadMapping mapping, Device device, TopicCaptures captures, ImmutableArray<PointId> points)
    {
        Captures = captures;
        Mapping = mapping;
        Device = device;
        Points = points;
    }

    public PayloadMapping Mapping { get; }

    public Device Device { get; }

    /// <summary>Of each point of the mapping, in its order; of one that has a part for each element, the total. One that topics of another kind have is without device.</summary>
    public ImmutableArray<PointId> Points { get; }

    public TopicCaptures Captures { get; }

    /// <summary>Points that had a value since the device was last gone; kept where the mapping knows of that.</summary>
    public HashSet<PointId> Told { get; } = [];

    /// <summary>Null until a message told it, or when the device tells none.</summary>
    public string? Serial { get; set; }

    /// <summary>Rating that the device told, W; null when it tells none.</summary>
    public double? RatedWatts { get; set; }

    /// <summary>What was said so far on this topic, as JSON, where messages name only what changed; null before the first.</summary>
    public byte[]? Said { get; set; }

    /// <summary>A source whose points a description told.</summary>
    public static MessageSource OfPoints(PayloadMapping mapping, Device device, TopicCaptures captures, ImmutableArray<PointId> points) =>
        new(mapping, device, captures, points);

    /// <summary>Null when a capture that should number a part is no number.</summary>
    public static MessageSource? Of(PayloadMapping mapping, Device device, TopicCaptures captures)
    {
        var points = ImmutableArray.CreateBuilder<PointId>(mapping.Points.Length);
        foreach (var point in mapping.Points)
        {
            if (point.Kind is { } kind && kind != captures.Of(PayloadMapping.KindCapture))
            {
                points.Add(default);
                continue;
            }

            if (point.Part.PointOf(device.Name, point.Quantity, captures) is not { } id)
                return null;
            points.Add(id);
        }

        return new(mapping, device, captures, points.MoveToImmutable());
    }
}
