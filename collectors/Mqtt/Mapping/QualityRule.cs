using System.Text.Json;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>A <see cref="QualityDefinition"/> made ready to be applied.</summary>
sealed class QualityRule
{
    readonly JsonPath _path;
    readonly MissingMarks _good;

    QualityRule(JsonPath path, MissingMarks good)
    {
        _path = path;
        _good = good;
    }

    /// <exception cref="MalformedMappingException">The path is malformed, or what means good is neither number nor text.</exception>
    public static QualityRule Of(QualityDefinition definition)
    {
        try
        {
            return new(JsonPath.Parse(definition.Path), MissingMarks.Of([definition.Good]));
        }
        catch (FormatException fault)
        {
            throw new MalformedMappingException("quality", fault.Message);
        }
    }

    /// <summary>A payload that does not say is not doubted.</summary>
    public bool IsGood(JsonElement payload) => _path.One(payload) switch
    {
        null => true,
        { ValueKind: JsonValueKind.Number } number => _good.Has(number.GetDouble()),
        { ValueKind: JsonValueKind.String } word => _good.Has(word.GetString()!),
        _ => false,
    };
}
