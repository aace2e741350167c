using System.Text.Json;
using DcOps.Collectors.Mqtt.Topics;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>An <see cref="AvailabilityDefinition"/> made ready to be applied.</summary>
sealed record AvailabilityRule(TopicPattern Pattern, JsonPath Path, string Offline)
{
    /// <exception cref="MalformedMappingException">The topic or path is malformed.</exception>
    public static AvailabilityRule Of(AvailabilityDefinition definition)
    {
        try
        {
            return new(TopicPattern.Parse(definition.Topic), JsonPath.Parse(definition.Path), definition.Offline);
        }
        catch (FormatException fault)
        {
            throw new MalformedMappingException("availability", fault.Message);
        }
    }

    public bool IsOffline(JsonElement payload) => Path.One(payload) switch
    {
        { ValueKind: JsonValueKind.String } word => word.ValueEquals(Offline),
        { ValueKind: JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number } value => value.GetRawText() == Offline,
        _ => false,
    };
}
