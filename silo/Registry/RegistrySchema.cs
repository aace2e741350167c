using Microsoft.EntityFrameworkCore;

namespace DcOps.Registry;

/// <summary>
/// The tables step by step. A step once released never changes; a version adds one, and a database knows how far it came.
/// Nothing that was written can be changed or removed: the database itself refuses.
/// </summary>
static class RegistrySchema
{
    /// <summary>Number of the last step.</summary>
    public const int Version = 1;

    static readonly string[] First =
    [
        """
        CREATE TABLE archive_entry (kind INTEGER NOT NULL, scope TEXT NOT NULL, item TEXT NOT NULL, number INTEGER NOT NULL,
        from_ticks BIGINT NOT NULL, at_ticks BIGINT NOT NULL, author TEXT NOT NULL, reason TEXT NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (kind, scope, item, number))
        """,
        "CREATE INDEX archive_entry_time ON archive_entry (kind, from_ticks, scope)",
    ];

    static readonly string[] FirstOfSqlite =
    [
        "CREATE TRIGGER archive_entry_stays BEFORE UPDATE ON archive_entry BEGIN SELECT RAISE(ABORT, 'the archive is only added to'); END",
        "CREATE TRIGGER archive_entry_keeps BEFORE DELETE ON archive_entry BEGIN SELECT RAISE(ABORT, 'the archive is only added to'); END",
    ];

    static readonly string[] FirstOfPostgreSql =
    [
        """
        CREATE FUNCTION archive_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the archive is only added to'; END $$
        """,
        """
        CREATE TRIGGER archive_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON archive_entry
        FOR EACH STATEMENT EXECUTE FUNCTION archive_entry_refuse()
        """,
    ];

    /// <summary>Makes what is missing, each step whole or not at all.</summary>
    /// <exception cref="RegistryRefusedException">A newer version wrote it.</exception>
    public static async Task PrepareAsync(RegistryContext context, RegistryKind kind, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (kind == RegistryKind.PostgreSql)
            await context.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(7205801)", cancellationToken);
        await context.Database.ExecuteSqlRawAsync(
            "CREATE TABLE IF NOT EXISTS registry_schema (version INTEGER NOT NULL)", cancellationToken);
        var version = (await context.Database.SqlQueryRaw<int>("SELECT version AS \"Value\" FROM registry_schema").ToListAsync(cancellationToken))
            .DefaultIfEmpty(0).Max();
        if (version > Version)
        {
            throw new RegistryRefusedException(
                $"The registry has schema version {version}; this version of DcOps knows up to {Version}. Start the newer DcOps again.");
        }

        if (version < 1)
        {
            foreach (var statement in First.Concat(kind == RegistryKind.Embedded ? FirstOfSqlite : FirstOfPostgreSql))
                await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
            await context.Database.ExecuteSqlRawAsync("INSERT INTO registry_schema VALUES (1)", cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
