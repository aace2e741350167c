using DcOps.Domain.History;
using DcOps.Domain.Topology;

namespace DcOps.History.Influx;

/// <summary>Meter readings from InfluxDB, with the nearest ones outside a period.</summary>
sealed class MeterReadingQueries(IInfluxServer server)
{
    static readonly string Columns = string.Join(", ", RowShape.MeterReading.Columns.Select(InfluxQl.Identifier));

    public async Task<ImmutableArray<MeterReading>> ReadAsync(
        FacilityId facility, string? meter, DateTimeOffset from, DateTimeOffset to, TimeSpan reach, CancellationToken cancellationToken)
    {
        if (from >= to)
            return [];

        var own = Own(facility, meter);
        var rows = await RowsAsync(facility, $"{own} AND {Seconds(from, to)}", "", cancellationToken);
        var readings = rows.Where(row => row.At >= from && row.At < to).ToList();
        if (reach > TimeSpan.Zero)
        {
            var known = $"{own} AND {Schema.Position} > -1";
            readings.AddRange((await RowsAsync(facility, $"{known} AND {InfluxQl.Period(from - reach, Second(from).AddSeconds(1))}",
                "GROUP BY meter ORDER BY time DESC LIMIT 2", cancellationToken)).Where(row => row.At < from)
                .GroupBy(row => row.Meter).Select(group => group.MaxBy(row => row.At)!));
            readings.AddRange((await RowsAsync(facility, $"{known} AND {InfluxQl.Period(Second(to), to + reach)}",
                "GROUP BY meter ORDER BY time ASC LIMIT 2", cancellationToken)).Where(row => row.At >= to)
                .GroupBy(row => row.Meter).Select(group => group.MinBy(row => row.At)!));
        }

        return [.. readings.OrderBy(row => row.Meter, StringComparer.Ordinal).ThenBy(row => row.At)];
    }

    public async Task<DateTimeOffset?> FirstAsync(FacilityId facility, CancellationToken cancellationToken) =>
        (await RowsAsync(facility, Own(facility, null), "ORDER BY time ASC LIMIT 1", cancellationToken)) is [var first, ..] ? first.At : null;

    static string Own(FacilityId facility, string? meter) =>
        $"{InfluxQl.Identifier(Schema.Facility)} = {InfluxQl.Text(facility.Value)}"
        + (meter is null ? "" : $" AND {InfluxQl.Identifier(Schema.Meter)} = {InfluxQl.Text(meter)}");

    static DateTimeOffset Second(DateTimeOffset instant) => instant.AddTicks(-(instant.UtcTicks % TimeSpan.TicksPerSecond));

    static string Seconds(DateTimeOffset from, DateTimeOffset to) => InfluxQl.Period(Second(from), to);

    async Task<ImmutableArray<MeterReading>> RowsAsync(
        FacilityId facility, string where, string rest, CancellationToken cancellationToken)
    {
        // A tag that is grouped by is no column of the rows.
        var isGrouped = rest.StartsWith("GROUP", StringComparison.Ordinal);
        var series = await server.QueryAsync(
            $"SELECT {Columns} FROM {Schema.MeterReading} WHERE {where} {rest}", cancellationToken);
        return
        [
            .. series.SelectMany(each => each.Rows.Select(row => new InfluxRow(each.Columns, row)))
                .Where(row => isGrouped || RowShape.MeterReading.IsWhole(row)).Select(row => MeterReadingPoint.Read(facility, row)),
        ];
    }
}
