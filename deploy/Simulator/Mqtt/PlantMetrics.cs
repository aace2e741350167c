using DcOps.Collectors.Mqtt.Sparkplug;
using DcOps.Simulator.Devices;

namespace DcOps.Simulator.Mqtt;

/// <summary>A plant device's values as Sparkplug metrics, with the names of the mapping <c>sparkplug-plain</c>.</summary>
static class PlantMetrics
{
    /// <param name="firstAlias">Of the first metric; the others follow.</param>
    /// <param name="born">Whether names go along; else aliases alone.</param>
    public static ImmutableArray<SparkplugMetric> Of(SimulatedDevice device, ulong firstAlias, bool born, DateTimeOffset at) =>
    [
        .. PlantValues.Of(device).Select((entry, index) =>
        {
            var alias = firstAlias + (ulong)index;
            var (type, value) = Form(entry.Value);
            return born ? SparkplugMetric.Of(entry.Name, type, value, at, alias) : SparkplugMetric.Of(alias, type, value, at);
        }),
    ];

    static (SparkplugType Type, SparkplugValue Value) Form(object value) => value switch
    {
        long whole => (SparkplugType.Int64, new SparkplugValue.Long((ulong)whole)),
        double fraction => (SparkplugType.Double, new SparkplugValue.Double(fraction)),
        string text => (SparkplugType.String, new SparkplugValue.Text(text)),
        _ => throw new ArgumentException($"A {value.GetType().Name} is no value of a plant device.", nameof(value)),
    };
}
