using DcOps.Collectors.Mqtt.Topics;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>A <see cref="DescriptionDefinition"/> made ready to be applied.</summary>
sealed record DescriptionRule(TopicPattern Pattern, JsonPath Unit, JsonPath States)
{
    /// <exception cref="MalformedMappingException">The topic or a path is malformed, or the topic tells no kind.</exception>
    public static DescriptionRule Of(DescriptionDefinition definition)
    {
        try
        {
            var rule = new DescriptionRule(
                TopicPattern.Parse(definition.Topic), JsonPath.Parse(definition.Unit), JsonPath.Parse(definition.States));
            return rule.Pattern.Names.Contains(PayloadMapping.KindCapture)
                ? rule
                : throw new FormatException($"'{definition.Topic}' has no capture {{kind}}, which tells the kind of a point.");
        }
        catch (FormatException fault)
        {
            throw new MalformedMappingException("describedBy", fault.Message);
        }
    }
}
