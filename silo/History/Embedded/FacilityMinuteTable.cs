using DcOps.Domain.Facilities;
using DcOps.Domain.Topology;
using DuckDB.NET.Data;

namespace DcOps.History.Embedded;

/// <summary>Facility minutes in one table, as they come: in order of time, so that a period is a few blocks.</summary>
sealed class FacilityMinuteTable(DuckDBConnection connection, SubjectKeys keys)
    : ReplacingRows<FacilityMinute>(connection, connection.Scalar<int>("SELECT max(start) FROM facility_minute"))
{
    public static void Create(DuckDBConnection connection) =>
        connection.Execute($"""
            CREATE TABLE facility_minute (facility INTEGER NOT NULL, start INTEGER NOT NULL,
            {RollupColumns.Named("total")}, {RollupColumns.Named("it")}, {RollupColumns.Named("cooling")},
            outdoor DOUBLE, racks_live INTEGER NOT NULL)
            """);

    public static ImmutableArray<FacilityMinute> Read(DuckDBConnection connection, FacilityId facility, int key, int from, int to) =>
        connection.Rows(
            $"SELECT * EXCLUDE (facility) FROM facility_minute WHERE facility = {key} AND start >= {from} AND start < {to} ORDER BY start",
            row => new FacilityMinute(
                facility, Minutes.ToInstant(row.GetInt32(0)), row.Rollup(1), row.Rollup(5), row.Rollup(9),
                row.IsDBNull(13) ? null : row.GetDouble(13), row.GetInt32(14)));

    /// <summary>Removes rows that start before <paramref name="start"/>.</summary>
    public void Forget(int start) => Connection.Execute($"DELETE FROM facility_minute WHERE start < {start}");

    protected override (long Subject, int Start) KeyOf(FacilityMinute row) => (keys.Of(row.Facility), Minutes.Of(row.Minute));

    protected override void Append(ImmutableArray<FacilityMinute> rows, (long Subject, int Start)[] rowKeys)
    {
        using var appender = Connection.CreateAppender("facility_minute");
        for (var index = 0; index < rows.Length; index++)
        {
            appender.CreateRow().AppendValue((int)rowKeys[index].Subject).AppendValue(rowKeys[index].Start)
                .Append(rows[index].TotalPower).Append(rows[index].ItPower).Append(rows[index].CoolingPower)
                .AppendValue(rows[index].OutdoorTemperature).AppendValue(rows[index].RacksLive)
                .EndRow();
        }
    }

    protected override void Delete(Restated restated) => restated.DeleteFrom("facility_minute", "facility_minute.facility");
}
