using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using DuckDB.NET.Data;

namespace DcOps.History.Embedded;

/// <summary>Ledger rows in one table, as they come.</summary>
sealed class FacilityIntervalTable(DuckDBConnection connection, SubjectKeys keys)
    : ReplacingRows<FacilityInterval>(connection, connection.Scalar<int>("SELECT max(start) FROM facility_interval"))
{
    const int RolesPerFacility = 256;

    public static void Create(DuckDBConnection connection) =>
        connection.Execute("""
            CREATE TABLE facility_interval (facility INTEGER NOT NULL, role UTINYINT NOT NULL, start INTEGER NOT NULL,
            energy BIGINT, estimated BIGINT NOT NULL, quality UTINYINT NOT NULL, meters_known INTEGER NOT NULL, meters_expected INTEGER NOT NULL)
            """);

    public static ImmutableArray<FacilityInterval> Read(DuckDBConnection connection, FacilityId facility, int key, int from, int to) =>
        connection.Rows(
            $"""
            SELECT * EXCLUDE (facility) FROM facility_interval
            WHERE facility = {key} AND start >= {from} AND start < {to} ORDER BY start, role
            """,
            row => new FacilityInterval(
                facility, (MeterRole)row.GetByte(0), Minutes.ToInstant(row.GetInt32(1)),
                row.IsDBNull(2) ? null : new Energy(row.GetInt64(2)), new Energy(row.GetInt64(3)),
                (IntervalQuality)row.GetByte(4), row.GetInt32(5), row.GetInt32(6)));

    /// <summary>Sums are exact: the engine adds in 128 bits and refuses what 64 cannot hold.</summary>
    public static ImmutableArray<FacilityRoleEnergy> Sums(DuckDBConnection connection, int from, int to) =>
        connection.Rows(
            $"""
            SELECT id, role, coalesce(energy, 0)::BIGINT, estimated::BIGINT, complete::INTEGER
            FROM (
                SELECT facility, role, sum(energy) AS energy, sum(estimated) AS estimated,
                    count(*) FILTER (WHERE energy IS NOT NULL AND meters_known = meters_expected) AS complete
                FROM facility_interval WHERE start >= {from} AND start < {to} GROUP BY facility, role)
            JOIN facility ON key = facility ORDER BY id, role
            """,
            row => new FacilityRoleEnergy(
                FacilityId.Parse(row.GetString(0)), (MeterRole)row.GetByte(1),
                new Energy(row.GetInt64(2)), new Energy(row.GetInt64(3)), row.GetInt32(4)));

    protected override (long Subject, int Start) KeyOf(FacilityInterval row) =>
        ((long)keys.Of(row.Facility) * RolesPerFacility + (byte)row.Role, Minutes.Of(row.From));

    protected override void Append(ImmutableArray<FacilityInterval> rows, (long Subject, int Start)[] rowKeys)
    {
        using var appender = Connection.CreateAppender("facility_interval");
        for (var index = 0; index < rows.Length; index++)
        {
            var row = rows[index];
            appender.CreateRow()
                .AppendValue((int)(rowKeys[index].Subject / RolesPerFacility)).AppendValue((byte)row.Role).AppendValue(rowKeys[index].Start)
                .AppendValue(row.Energy?.WattHours).AppendValue(row.Estimated.WattHours).AppendValue((byte)row.Quality)
                .AppendValue(row.MetersKnown).AppendValue(row.MetersExpected)
                .EndRow();
        }
    }

    protected override void Delete(Restated restated) =>
        restated.DeleteFrom("facility_interval", $"facility_interval.facility::BIGINT * {RolesPerFacility} + facility_interval.role");
}
