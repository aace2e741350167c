using System.Text.Json;
using DcOps.Domain.Facilities;
using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.History.Influx;

/// <summary>Rows from InfluxDB by InfluxQL, which versions 1, 2 (through its mapping of buckets to databases) and 3 answer.</summary>
sealed class InfluxReader(IInfluxServer server) : IHistoryReader
{
    const int EnergyOfRackMinute = 2;

    public async Task<ImmutableArray<RackMinute>> RackMinutesAsync(
        RackId rack, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(
            RowShape.RackMinute,
            [(Schema.Facility, rack.Facility.Value), (Schema.Room, rack.Room.RoomCode), (Schema.Rack, rack.RackCode)],
            from, to, cancellationToken);
        return [.. rows.Select(row => new RackMinute(
            rack, row.Time, row.Rollup(0, Schema.Power), row.Rollup(1, Schema.Inlet), row.Energy(EnergyOfRackMinute),
            (IntervalQuality)row.Whole(Schema.Quality)))];
    }

    public async Task<ImmutableArray<FacilityMinute>> FacilityMinutesAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(
            RowShape.FacilityMinute, [(Schema.Facility, facility.Value)], from, to, cancellationToken);
        return [.. rows.Select(row => new FacilityMinute(
            facility, row.Time, row.Rollup(0, Schema.TotalPower), row.Rollup(1, Schema.ItPower), row.Rollup(2, Schema.CoolingPower),
            row.Knows(3) ? row.Real(Schema.OutdoorTemperature) : null, (int)row.Whole(Schema.RacksLive)))];
    }

    public async Task<ImmutableArray<FacilityInterval>> IntervalsAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(
            RowShape.FacilityInterval, [(Schema.Facility, facility.Value)], from, to, cancellationToken);
        return [.. rows
            .Select(row => new FacilityInterval(
                facility, RoleOf(row.Text(Schema.Role)), row.Time, row.Energy(0), new Energy(row.Whole(Schema.Estimated)),
                (IntervalQuality)row.Whole(Schema.Quality), (int)row.Whole(Schema.MetersKnown), (int)row.Whole(Schema.MetersExpected)))
            .OrderBy(row => row.From).ThenBy(row => row.Role)];
    }

    public async Task<ImmutableArray<FacilityRoleEnergy>> EnergyByFacilityAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        if (from >= to)
            return [];

        var all = await SumsAsync([Schema.Complete, Schema.Estimated], InfluxQl.Period(from, to), cancellationToken);
        var known = await SumsAsync([Schema.Energy], $"{Schema.Known} = 1 AND {InfluxQl.Period(from, to)}", cancellationToken);
        return [.. all
            .OrderBy(each => each.Key.Facility.Value, StringComparer.Ordinal).ThenBy(each => each.Key.Role)
            .Select(each => new FacilityRoleEnergy(
                each.Key.Facility, each.Key.Role,
                new Energy(known.TryGetValue(each.Key, out var energy) ? energy[1].GetInt64() : 0),
                new Energy(each.Value[2].GetInt64()), each.Value[1].GetInt32()))];
    }

    public async Task<ImmutableArray<RackEnergySum>> EnergyByRackAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        if (from >= to)
            return [];

        // A point that replaced another may still hold the energy of the earlier one: the bits say what it knows.
        var whose = $"{InfluxQl.Identifier(Schema.Facility)} = {InfluxQl.Text(facility.Value)} AND {InfluxQl.Period(from, to)} "
            + $"AND ({string.Join(" OR ", RowShape.RackMinute.WithBit(EnergyOfRackMinute).Select(bits => $"{Schema.Known} = {bits}"))})";
        var all = await RackSumsAsync(whose, cancellationToken);
        var estimated = await RackSumsAsync($"{whose} AND {Schema.Quality} = {(int)IntervalQuality.Estimated}", cancellationToken);
        return [.. all.OrderBy(each => each.Key.Value, StringComparer.Ordinal).Select(each => new RackEnergySum(
            each.Key, each.Value.Energy, estimated.GetValueOrDefault(each.Key).Energy, each.Value.Minutes))];
    }

    public Task<ImmutableArray<MeterReading>> MeterReadingsAsync(
        FacilityId facility, string? meter, DateTimeOffset from, DateTimeOffset to, TimeSpan reach, CancellationToken cancellationToken) =>
        new MeterReadingQueries(server).ReadAsync(facility, meter, from, to, reach, cancellationToken);

    public Task<DateTimeOffset?> FirstMeterReadingAsync(FacilityId facility, CancellationToken cancellationToken) =>
        new MeterReadingQueries(server).FirstAsync(facility, cancellationToken);

    static (FacilityId Facility, MeterRole Role) KeyOf(InfluxSeries series) =>
        (FacilityId.Parse(series.Tags[Schema.Facility]), RoleOf(series.Tags[Schema.Role]));

    static MeterRole RoleOf(string name) =>
        KebabCase.TryParse<MeterRole>(name, out var role)
            ? role
            : throw new HistoryUnavailableException($"InfluxDB holds a ledger row of role '{name}', which this version does not know.");

    /// <summary>Ledger sums by facility and role: the time of the period's beginning, then a sum per column.</summary>
    async Task<Dictionary<(FacilityId Facility, MeterRole Role), JsonElement>> SumsAsync(
        string[] columns, string condition, CancellationToken cancellationToken)
    {
        var sums = string.Join(", ", columns.Select(column => $"sum({InfluxQl.Identifier(column)})"));
        var series = await server.QueryAsync(
            $"SELECT {sums} FROM {Schema.FacilityInterval} WHERE {condition} GROUP BY {Schema.Facility}, {Schema.Role}", cancellationToken);
        return series.ToDictionary(KeyOf, each => each.Rows[0]);
    }

    async Task<Dictionary<RackId, (Energy Energy, int Minutes)>> RackSumsAsync(string condition, CancellationToken cancellationToken)
    {
        var energy = InfluxQl.Identifier(Schema.Energy);
        var series = await server.QueryAsync(
            $"SELECT sum({energy}), count({energy}) FROM {Schema.RackMinute} WHERE {condition} "
            + $"GROUP BY {Schema.Facility}, {Schema.Room}, {Schema.Rack}",
            cancellationToken);
        return series.ToDictionary(
            each => RackId.Parse($"{each.Tags[Schema.Facility]}/{each.Tags[Schema.Room]}/{each.Tags[Schema.Rack]}"),
            each => (new Energy(each.Rows[0][1].GetInt64()), each.Rows[0][2].GetInt32()));
    }

    async Task<IEnumerable<InfluxRow>> RowsAsync(
        RowShape shape,
        (string Tag, string Value)[] tags,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken)
    {
        if (from >= to)
            return [];

        var where = string.Join(" AND ", tags.Select(tag => $"{InfluxQl.Identifier(tag.Tag)} = {InfluxQl.Text(tag.Value)}"));
        var series = await server.QueryAsync(
            $"SELECT {string.Join(", ", shape.Columns.Select(InfluxQl.Identifier))} FROM {shape.Measurement} "
            + $"WHERE {where} AND {InfluxQl.Period(from, to)}",
            cancellationToken);
        return series.SelectMany(each => each.Rows.Select(row => new InfluxRow(each.Columns, row))).Where(shape.IsWhole);
    }
}
