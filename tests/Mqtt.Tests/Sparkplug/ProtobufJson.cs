using System.Globalization;
using System.Text.Json;
using DcOps.Collectors.Mqtt.Sparkplug;

namespace DcOps.Collectors.Mqtt.Tests.Sparkplug;

/// <summary>Writes a payload in protobuf's own JSON and compares it member by member.</summary>
static class ProtobufJson
{
    public static IEnumerable<string> Differences(JsonElement meant, SparkplugPayload payload)
    {
        var said = JsonSerializer.SerializeToElement(Payload(payload));
        var (left, right) = (Sorted(said), Sorted(meant));
        return left == right ? [] : [$"{left}\n instead of\n{right}"];
    }

    static Dictionary<string, object?> Payload(SparkplugPayload payload) => Present(
        ("timestamp", Milliseconds(payload.Timestamp)),
        ("metrics", payload.Metrics.Select(Metric)),
        ("seq", payload.Sequence?.ToString(CultureInfo.InvariantCulture)));

    static Dictionary<string, object?> Metric(SparkplugMetric metric)
    {
        var members = Present(
            ("name", metric.Name),
            ("alias", metric.Alias?.ToString(CultureInfo.InvariantCulture)),
            ("timestamp", Milliseconds(metric.Timestamp)),
            ("datatype", metric.Type == SparkplugType.Unknown ? null : (int)metric.Type),
            ("is_null", metric.Value is null ? true : null),
            ("properties", metric.Properties.IsEmpty ? null : Present(
                ("keys", metric.Properties.Select(property => property.Name)),
                ("values", metric.Properties.Select(property => With(Present(("type", (int)property.Type)), property.Value))))));
        return With(members, metric.Value);
    }

    static Dictionary<string, object?> With(Dictionary<string, object?> members, SparkplugValue? value)
    {
        var (name, content) = value switch
        {
            SparkplugValue.Int number => ("int_value", (object)number.Bits),
            SparkplugValue.Long number => ("long_value", number.Bits.ToString(CultureInfo.InvariantCulture)),
            SparkplugValue.Float number => ("float_value", number.Value),
            SparkplugValue.Double number => ("double_value", number.Value),
            SparkplugValue.Boolean state => ("boolean_value", state.Value),
            SparkplugValue.Text text => ("string_value", text.Value),
            SparkplugValue.DataSet table => ("dataset_value", Table(table.Value)),
            SparkplugValue.Template template => ("template_value", Template(template.Value)),
            _ => ("", ""),
        };
        if (name.Length > 0)
            members[name] = content;
        return members;
    }

    static Dictionary<string, object?> Table(SparkplugDataSet table) => Present(
        ("num_of_columns", table.ColumnCount.ToString(CultureInfo.InvariantCulture)),
        ("columns", table.Columns),
        ("types", table.Types.Select(type => (int)type)),
        ("rows", table.Rows.Select(row => Present(("elements", row.Select(element => With([], element)))))));

    static Dictionary<string, object?> Template(SparkplugTemplate template) => Present(
        ("version", template.Version),
        ("metrics", template.Metrics.Select(Metric)),
        ("parameters", template.Parameters.Select(parameter => With(Present(("name", parameter.Name), ("type", (int)parameter.Type)), parameter.Value))),
        ("template_ref", template.Reference),
        ("is_definition", template.IsDefinition));

    static Dictionary<string, object?> Present(params (string Name, object? Value)[] members) =>
        members.Where(member => member.Value is not null).ToDictionary(member => member.Name, member => member.Value);

    static string? Milliseconds(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    static string Sorted(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"{member.Name}:{Sorted(member.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', element.EnumerateArray().Select(Sorted))}]",
        _ => element.GetRawText(),
    };
}
