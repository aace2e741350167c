using System.Text.Json;
using DcOps.Domain.Alarms;
using DcOps.Domain.Configuration;
using DcOps.Domain.Telemetry;

namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>A rule as its section of a rule file states it.</summary>
static class RuleText
{
    static readonly JsonSerializerOptions Written = new(ConfigurationDocument.Strict) { WriteIndented = true };

    /// <summary>Whether history has what the rule judges: the power or the inlet temperature of racks.</summary>
    public static bool CanBeTried(AlarmRule rule) =>
        rule is PointRule point && point.Quantities.Any(quantity => quantity is Quantity.ActivePower or Quantity.InletTemperature);

    /// <summary>Empty where there is no rule.</summary>
    public static string Of(AlarmRule? rule) => rule is null ? "" : JsonSerializer.Serialize(
        new Dictionary<string, object[]>(StringComparer.Ordinal) { [rule.Kind] = [JsonSerializer.SerializeToElement(rule, rule.GetType(), Written)] }, Written);
}
