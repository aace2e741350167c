using System.Text.Json;
using DcOps.Domain.Facilities;
using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.History.Tests.Influx;

/// <summary>
/// Reads back by VictoriaMetrics' own export, for the tests alone: it speaks no InfluxQL, so the product does not read from it.
/// Names are written out here, not taken from the product.
/// </summary>
sealed class VictoriaMetricsReader(VictoriaMetricsDaemon daemon) : IHistoryReader
{
    public async Task<ImmutableArray<RackMinute>> RackMinutesAsync(
        RackId rack, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var tags = $"facility=\"{rack.Facility}\",room=\"{rack.Room.RoomCode}\",rack=\"{rack.RackCode}\"";
        var points = await PointsAsync("rack_minute", tags, from, to, cancellationToken);
        return [.. points.Select(point => new RackMinute(
            rack, point.Time, point.Rollup("power", "watts"), point.Rollup("inlet", "celsius"), point.Energy,
            (IntervalQuality)point.Values["quality"]))];
    }

    public async Task<ImmutableArray<FacilityMinute>> FacilityMinutesAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var points = await PointsAsync("facility_minute", $"facility=\"{facility}\"", from, to, cancellationToken);
        return [.. points.Select(point => new FacilityMinute(
            facility, point.Time, point.Rollup("total_power", "watts"), point.Rollup("it_power", "watts"),
            point.Rollup("cooling_power", "watts"), point.Of("outdoor_celsius"), (int)point.Values["racks_live"]))];
    }

    public async Task<ImmutableArray<FacilityInterval>> IntervalsAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var points = await PointsAsync("facility_interval", $"facility=\"{facility}\"", from, to, cancellationToken);
        return [.. points.Select(IntervalOf).OrderBy(row => row.From).ThenBy(row => row.Role)];
    }

    public async Task<ImmutableArray<FacilityRoleEnergy>> EnergyByFacilityAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var points = await PointsAsync("facility_interval", "facility!=\"\"", from, to, cancellationToken);
        return [.. points.Select(IntervalOf)
            .GroupBy(row => (row.Facility, row.Role))
            .OrderBy(group => group.Key.Facility.Value, StringComparer.Ordinal).ThenBy(group => group.Key.Role)
            .Select(group => new FacilityRoleEnergy(
                group.Key.Facility, group.Key.Role,
                new Energy(group.Sum(row => row.Energy?.WattHours ?? 0)), new Energy(group.Sum(row => row.Estimated.WattHours)),
                group.Count(row => row.IsComplete)))];
    }

    public async Task<ImmutableArray<RackEnergySum>> EnergyByRackAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var points = await PointsAsync("rack_minute", $"facility=\"{facility}\"", from, to, cancellationToken);
        return [.. points.Where(point => point.Energy is not null)
            .GroupBy(point => RackId.Parse($"{point.Tags["facility"]}/{point.Tags["room"]}/{point.Tags["rack"]}"))
            .OrderBy(group => group.Key.Value, StringComparer.Ordinal)
            .Select(group => new RackEnergySum(
                group.Key, new(group.Sum(point => point.Energy!.Value.WattHours)),
                new(group.Where(point => point.Values["quality"] == (byte)IntervalQuality.Estimated).Sum(point => point.Energy!.Value.WattHours)),
                group.Count()))];
    }

    public Task<ImmutableArray<MeterReading>> MeterReadingsAsync(
        FacilityId facility, string? meter, DateTimeOffset from, DateTimeOffset to, TimeSpan reach, CancellationToken cancellationToken) =>
        throw new NotSupportedException("It keeps no text, so a reading's serial is lost; the ledger needs another store.");

    public Task<DateTimeOffset?> FirstMeterReadingAsync(FacilityId facility, CancellationToken cancellationToken) =>
        throw new NotSupportedException("It keeps no text, so a reading's serial is lost; the ledger needs another store.");

    static FacilityInterval IntervalOf(VictoriaMetricsPoint point) =>
        new(
            FacilityId.Parse(point.Tags["facility"]),
            KebabCase.TryParse<MeterRole>(point.Tags["role"], out var role) ? role : MeterRole.None,
            point.Time, point.Energy, new Energy((long)point.Values["estimated_watt_hours"]),
            (IntervalQuality)point.Values["quality"], (int)point.Values["meters_known"], (int)point.Values["meters_expected"]);

    async Task<List<VictoriaMetricsPoint>> PointsAsync(
        string measurement, string tags, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        if (from >= to)
            return [];

        var points = new Dictionary<(string Series, long Time), VictoriaMetricsPoint>();
        foreach (var line in (await ExportAsync(measurement, tags, from, to, cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var series = JsonElement.Parse(line);
            var labels = series.GetProperty("metric").EnumerateObject().ToDictionary(tag => tag.Name, tag => tag.Value.GetString()!, StringComparer.Ordinal);
            var field = labels["__name__"][(measurement.Length + 1)..];
            labels.Remove("__name__");
            var key = string.Join(',', labels.OrderBy(tag => tag.Key, StringComparer.Ordinal));
            foreach (var (time, value) in series.GetProperty("timestamps").EnumerateArray().Zip(series.GetProperty("values").EnumerateArray()))
            {
                if (!points.TryGetValue((key, time.GetInt64()), out var point))
                    points.Add((key, time.GetInt64()), point = new(DateTimeOffset.FromUnixTimeMilliseconds(time.GetInt64()), labels, []));
                point.Values.Add(field, value.GetDouble());
            }
        }

        return [.. points.Values.Where(point => point.Time >= from && point.Time < to).OrderBy(point => point.Time)];
    }

    async Task<string> ExportAsync(
        string measurement, string tags, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        try
        {
            return await daemon.ExportAsync($"{{__name__=~\"{measurement}_.*\",{tags}}}", from, to, cancellationToken);
        }
        catch (HttpRequestException fault)
        {
            throw new HistoryUnavailableException(fault.Message, fault);
        }
    }
}
