using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DcOps.Domain.Alarms;
using DcOps.Domain.Configuration;
using DcOps.Domain.Telemetry;

namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>A rule as its section of a rule file states it; what a rule answers by itself is never stated.</summary>
static class RuleText
{
    static readonly JsonSerializerOptions Written = new(ConfigurationDocument.Strict)
    {
        WriteIndented = true,
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Whether history has what the rule judges: the power or the inlet temperature of racks.</summary>
    public static bool CanBeTried(AlarmRule rule) =>
        rule is PointRule point && point.Quantities.Any(quantity => quantity is Quantity.ActivePower or Quantity.InletTemperature);

    /// <summary>Empty where there is no rule.</summary>
    public static string Of(AlarmRule? rule)
    {
        if (rule is null)
            return "";
        var stated = JsonSerializer.SerializeToNode(rule, rule.GetType(), Written)!.AsObject();
        foreach (var answered in rule.GetType().GetProperties().Where(property => property.SetMethod is null))
            stated.Remove(JsonNamingPolicy.CamelCase.ConvertName(answered.Name));
        return new JsonObject { [rule.Kind] = new JsonArray(stated) }.ToJsonString(Written);
    }
}
