using System.Data.Common;

namespace DcOps.Registry;

/// <summary>
/// The table of the alarm journal, in a file or schema version of its own: it is large, and written while a ledger is being closed.
/// Nothing that was written can be changed or removed: the database itself refuses.
/// </summary>
static class JournalSchema
{
    /// <summary>Number of the last step.</summary>
    public const int Version = 1;

    static readonly string[] First =
    [
        """
        CREATE TABLE alarm_entry (id TEXT NOT NULL PRIMARY KEY, place TEXT NOT NULL, facility TEXT NOT NULL, room TEXT, rack TEXT,
        alarm TEXT NOT NULL, rule TEXT NOT NULL, at_ticks BIGINT NOT NULL, recorded_ticks BIGINT NOT NULL, number BIGINT NOT NULL,
        author TEXT NOT NULL, body TEXT NOT NULL)
        """,
        "CREATE INDEX alarm_entry_time ON alarm_entry (at_ticks)",
        "CREATE INDEX alarm_entry_facility ON alarm_entry (facility, at_ticks)",
        "CREATE INDEX alarm_entry_room ON alarm_entry (room, at_ticks)",
        "CREATE INDEX alarm_entry_rack ON alarm_entry (rack, at_ticks)",
        "CREATE INDEX alarm_entry_alarm ON alarm_entry (alarm, at_ticks)",
        "CREATE INDEX alarm_entry_owner ON alarm_entry (place, recorded_ticks)",
        "CREATE INDEX alarm_entry_people ON alarm_entry (at_ticks) WHERE author <> 'dcops'",
    ];

    static readonly string[] FirstOfSqlite =
    [
        "CREATE TRIGGER alarm_entry_stays BEFORE UPDATE ON alarm_entry BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END",
        "CREATE TRIGGER alarm_entry_keeps BEFORE DELETE ON alarm_entry BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END",
    ];

    static readonly string[] FirstOfPostgreSql =
    [
        """
        CREATE FUNCTION alarm_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the journal is only added to'; END $$
        """,
        """
        CREATE TRIGGER alarm_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON alarm_entry
        FOR EACH STATEMENT EXECUTE FUNCTION alarm_entry_refuse()
        """,
    ];

    /// <summary>Makes what is missing, whole or not at all.</summary>
    /// <exception cref="RegistryRefusedException">A newer version wrote it.</exception>
    public static async Task PrepareAsync(DbConnection connection, RegistryKind kind, CancellationToken cancellationToken)
    {
        if (kind == RegistryKind.Embedded)
            await RunAsync(connection, "PRAGMA journal_mode=WAL", cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (kind == RegistryKind.PostgreSql)
            await RunAsync(connection, "SELECT pg_advisory_xact_lock(7205802)", cancellationToken);
        await RunAsync(connection, "CREATE TABLE IF NOT EXISTS alarm_schema (version INTEGER NOT NULL)", cancellationToken);
        await using var asking = connection.CreateCommand();
        asking.CommandText = "SELECT MAX(version) FROM alarm_schema";
        var version = await asking.ExecuteScalarAsync(cancellationToken) is { } found and not DBNull
            ? Convert.ToInt32(found, System.Globalization.CultureInfo.InvariantCulture)
            : 0;
        if (version > Version)
        {
            throw new RegistryRefusedException(
                $"The journal of alarms has schema version {version}; this version of DcOps knows up to {Version}. Start the newer DcOps again.");
        }

        if (version < 1)
        {
            foreach (var statement in First.Concat(kind == RegistryKind.Embedded ? FirstOfSqlite : FirstOfPostgreSql))
                await RunAsync(connection, statement, cancellationToken);
            await RunAsync(connection, "INSERT INTO alarm_schema VALUES (1)", cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    static async Task RunAsync(DbConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements stand in this file
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
