using DcOps.Domain.Racks;
using DcOps.Domain.Units;

namespace DcOps.History.Tests.Influx;

/// <summary>The samples of one instant and one set of tags, by field.</summary>
sealed record VictoriaMetricsPoint(DateTimeOffset Time, IReadOnlyDictionary<string, string> Tags, Dictionary<string, double> Values)
{
    public Energy? Energy => Of("energy_watt_hours") is { } wattHours ? new Energy((long)wattHours) : null;

    public double? Of(string field) => Values.TryGetValue(field, out var value) ? value : null;

    public MinuteRollup? Rollup(string quantity, string unit) =>
        Of($"{quantity}_min_{unit}") is { } min
            ? new(min, Values[$"{quantity}_mean_{unit}"], Values[$"{quantity}_max_{unit}"], Values[$"{quantity}_last_{unit}"])
            : null;
}
