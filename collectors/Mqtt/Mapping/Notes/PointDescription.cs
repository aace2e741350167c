using System.Text.Json;
using DcOps.Collectors.Mqtt.Topics;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Mqtt.Mapping.Notes;

/// <summary>
/// A retained description beside each value: the unit of a measurement, or the words of a state, never both. Until it
/// has been seen a value is not believed.
/// </summary>
static class PointDescription
{
    public static MessageOutcome Take(PayloadMapping mapping, TopicCaptures captures, ReadOnlyMemory<byte> payload, MessageSources sources)
    {
        var rule = mapping.DescribedBy!;
        var route = mapping.Routes[0];
        if (ValueTopic(route.Pattern, captures) is not { } topic)
            return new MessageOutcome.Refused(RefusalReason.MalformedTopic);

        sources.Describe(topic, []);
        if (payload.IsEmpty)
            return new MessageOutcome.Noted([]);

        var kind = captures.Of(PayloadMapping.KindCapture);
        var points = mapping.Definition.Points.Where(point => point.Kind == kind).ToList();
        if (points.Count == 0)
            return new MessageOutcome.Refused(RefusalReason.NothingMapped, kind);

        using var document = PayloadParser.Parse(payload, PayloadFormat.Json, out var refused);
        if (document is null)
            return refused!;
        if (sources.DeviceOf(route, captures, out refused) is not { } device)
            return refused!;

        try
        {
            var described = Described(mapping.Definition, points, rule, document.RootElement);
            if (MessageSource.Of(described, device, captures) is not { } source)
                return new MessageOutcome.Refused(RefusalReason.MalformedTopic, "a part of the device is numbered by something that is no number");

            sources.Describe(topic, [source]);
            return new MessageOutcome.Noted([]);
        }
        catch (MalformedMappingException fault)
        {
            return new MessageOutcome.Refused(RefusalReason.UnusableDescription, fault.Reason);
        }
    }

    static PayloadMapping Described(MappingDefinition definition, List<PointDefinition> points, DescriptionRule rule, JsonElement description) =>
        PayloadMapping.Of(definition with
        {
            DescribedBy = null,
            Points = [.. points.Select(point => point with { Kind = null, Unit = Unit(point, rule, description), States = States(point, rule, description) })],
        });

    static string Unit(PointDefinition point, DescriptionRule rule, JsonElement description) =>
        point.Quantity == Quantity.Condition ? "1"
        : rule.Unit.One(description) is { ValueKind: JsonValueKind.String } unit ? UnitSpelling.Canonical(unit.GetString()!)
        : throw new MalformedMappingException("unit", $"the description tells no unit at {rule.Unit}");

    // What a code means to us the mapping says; the description says that the code exists.
    static ImmutableDictionary<string, ConditionCode>? States(PointDefinition point, DescriptionRule rule, JsonElement description)
    {
        if (point.Quantity != Quantity.Condition)
            return point.States;
        if (rule.States.One(description) is not { ValueKind: JsonValueKind.Object } told)
            return point.States ?? throw new MalformedMappingException("states", $"the description tells no states at {rule.States}");

        var states = ImmutableDictionary.CreateBuilder<string, ConditionCode>(StringComparer.Ordinal);
        foreach (var state in told.EnumerateObject())
        {
            if (state.Value.ValueKind == JsonValueKind.String && point.States?.TryGetValue(state.Value.GetString()!, out var code) == true)
                states[state.Name] = code;
        }

        return states.Count > 0 ? states.ToImmutable() : throw new MalformedMappingException("states", "the description tells no state that the mapping knows");
    }

    static string? ValueTopic(TopicPattern pattern, TopicCaptures captures) =>
        TopicTemplate.Parse(pattern.Text.Replace("+}", "}", StringComparison.Ordinal)).Expand(captures);
}
