using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Mqtt.Sparkplug;

/// <summary>Metrics of a node or device to readings, by the mapping's names.</summary>
static class SparkplugReadings
{
    const int QualityGood = 192;

    /// <summary>
    /// Historical values are left out: they are no live values, and <see cref="Historical"/> has them. So are transient ones,
    /// which nobody may store.
    /// </summary>
    public static MessageOutcome Of(
        MessageSource source, ImmutableArray<SparkplugMetric> metrics, DateTimeOffset? statedAt, DateTimeOffset receivedAt)
    {
        Remember(source, metrics);
        var readings = ImmutableArray.CreateBuilder<Reading>();
        var registers = ImmutableArray.CreateBuilder<RegisterTraits>();
        var faults = ImmutableArray.CreateBuilder<(string, ValueFault)>();
        var worst = TimeFault.None;
        foreach (var metric in metrics)
        {
            if (metric.IsHistorical || metric.IsTransient || metric.Name is null || !source.Mapping.PointsByMetric.TryGetValue(metric.Name, out var index))
                continue;

            var point = source.Mapping.Points[index];
            var stated = metric.Timestamp ?? statedAt;
            var time = stated is { } at ? source.Mapping.Time.Judge(at, receivedAt) : TimeFault.None;
            var value = Value(point, metric);
            if (value.Fault != ValueFault.None)
                faults.Add((source.Points[index].ToString(), value.Fault));
            if (time != TimeFault.None)
                worst = time;
            readings.Add(new(
                source.Points[index],
                value.Number,
                time == TimeFault.None ? stated ?? receivedAt : receivedAt,
                Quality(metric, value, time)));
            if (point.IsRegister)
                registers.Add(new(source.Points[index], point.ResolutionWattHours, point.ModulusWattHours, source.RatedWatts ?? source.Device.RatedWatts, point.IsVolatile, source.Serial));
        }

        return readings.Count == 0
            ? new MessageOutcome.Refused(RefusalReason.NothingMapped)
            : new MessageOutcome.Mapped(
                source.Mapping.Name, new(source.Device, readings.DrainToImmutable(), registers.DrainToImmutable()), worst, faults.DrainToImmutable());
    }

    /// <summary>What the node kept while nobody heard it, each at its own time: for history alone.</summary>
    /// <remarks>Registers are left out: where they stand is told by live values, and energy is never set back.</remarks>
    /// <returns>Null when no mapped metric is historical.</returns>
    public static DeviceReadings? Historical(
        MessageSource source, ImmutableArray<SparkplugMetric> metrics, DateTimeOffset? statedAt, DateTimeOffset receivedAt)
    {
        var readings = ImmutableArray.CreateBuilder<Reading>();
        foreach (var metric in metrics)
        {
            if (!metric.IsHistorical || metric.IsTransient || metric.Name is null
                || !source.Mapping.PointsByMetric.TryGetValue(metric.Name, out var index) || source.Mapping.Points[index].IsRegister)
                continue;

            // One without a time, or ahead of ours, tells of no minute.
            if ((metric.Timestamp ?? statedAt) is not { } at || at > receivedAt)
                continue;

            var value = Value(source.Mapping.Points[index], metric);
            readings.Add(new(source.Points[index], value.Number, at, Quality(metric, value, TimeFault.None)));
        }

        return readings.Count == 0 ? null : new(source.Device, readings.DrainToImmutable(), []) { IsHistorical = true };
    }

    /// <summary>Every mapped value of a node or device that went silent: unknown from now on.</summary>
    /// <returns>Null when none of its metrics is mapped.</returns>
    public static DeviceReadings? Unknown(MessageSource source, ImmutableArray<string> metrics, DateTimeOffset at)
    {
        var readings = metrics
            .Where(source.Mapping.PointsByMetric.ContainsKey)
            .Select(name => new Reading(source.Points[source.Mapping.PointsByMetric[name]], null, at, ReadingQuality.Bad))
            .ToImmutableArray();
        return readings.IsEmpty ? null : new(source.Device, readings, []);
    }

    // A birth tells them once; the data after it does not repeat them.
    static void Remember(MessageSource source, ImmutableArray<SparkplugMetric> metrics)
    {
        foreach (var metric in metrics)
        {
            if (metric.Name is null)
                continue;
            if (metric.Name == source.Mapping.SerialMetric && metric.Value is SparkplugValue.Text serial)
                source.Serial = serial.Value;
            if (metric.Name == source.Mapping.RatedPowerMetric && metric.Value?.Number(metric.Type) is > 0 and < 1e10 and var watts)
                source.RatedWatts = watts;
        }
    }

    static MappedValue Value(PointMapping point, SparkplugMetric metric)
    {
        if (metric.Value is null)
            return MappedValue.Missing;

        var read = metric.Value is SparkplugValue.Text text
            ? MappedValue.OfText(text.Value, point.Missing, point.States)
            : metric.Value.Number(metric.Type) is not { } number ? MappedValue.Of(ValueFault.WrongType)
            : point.States is not null ? MappedValue.OfText(number.ToString(System.Globalization.CultureInfo.InvariantCulture), point.Missing, point.States)
            : MappedValue.OfNumber(number, point.Missing);
        return point.Canonical(read);
    }

    // Property Quality: 0 bad, 192 good, 500 stale. A stale value is an old one under a new time.
    static ReadingQuality Quality(SparkplugMetric metric, MappedValue value, TimeFault time)
    {
        foreach (var property in metric.Properties)
        {
            if (property.Name == "Quality" && property.Value?.Number(property.Type) is not (null or QualityGood))
                return ReadingQuality.Bad;
        }

        return value.Fault != ValueFault.None ? ReadingQuality.Bad
            : time != TimeFault.None ? ReadingQuality.Uncertain
            : ReadingQuality.Good;
    }
}
