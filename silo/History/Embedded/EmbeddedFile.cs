using DcOps.Domain.History;
using DuckDB.NET.Data;

namespace DcOps.History.Embedded;

/// <summary>The store's file: opened when first needed, again after a failure, and refused when a newer version wrote it.</summary>
sealed class EmbeddedFile(EmbeddedOptions options)
{
    public const int SchemaVersion = 2;

    public string Path { get; } = System.IO.Path.Combine(options.Folder, "history.duckdb");

    /// <exception cref="HistoryUnavailableException">The file cannot be opened now: another process has it, the disk refuses.</exception>
    /// <exception cref="HistoryRefusedException">A newer version wrote it.</exception>
    public DuckDBConnection Open()
    {
        try
        {
            Directory.CreateDirectory(options.Folder);
            return Connect();
        }
        catch (Exception fault) when (fault is DuckDBException or IOException or UnauthorizedAccessException)
        {
            throw new HistoryUnavailableException($"The history store {Path} cannot be opened: {fault.Message}", fault);
        }
    }

    /// <summary>Makes what is missing. Later versions add steps here; a step never removes what an older reader needs.</summary>
    /// <exception cref="HistoryRefusedException">A newer version wrote the file.</exception>
    public void Prepare(DuckDBConnection connection)
    {
        connection.Execute("CREATE TABLE IF NOT EXISTS store (schema_version INTEGER NOT NULL)");
        var version = connection.Scalar<int>("SELECT schema_version FROM store");
        if (version > SchemaVersion)
        {
            throw new HistoryRefusedException(
                $"The history store {Path} has schema version {version}; this version of DcOps knows up to {SchemaVersion}. "
                + "Start the newer DcOps again, or name another folder in history.folder.");
        }

        if (version is null)
            connection.InTransaction(() => CreateFirst(connection));
        if (version == 1)
            connection.InTransaction(() => AddMeterReadings(connection));
    }

    static void CreateFirst(DuckDBConnection connection)
    {
        connection.Execute("CREATE TABLE facility (key INTEGER NOT NULL, id VARCHAR NOT NULL)");
        connection.Execute("CREATE TABLE rack (key BIGINT NOT NULL, id VARCHAR NOT NULL)");
        RackMinuteTables.Create(connection);
        FacilityMinuteTable.Create(connection);
        FacilityIntervalTable.Create(connection);
        MeterReadingTable.Create(connection);
        connection.Execute($"INSERT INTO store VALUES ({SchemaVersion})");
    }

    static void AddMeterReadings(DuckDBConnection connection)
    {
        MeterReadingTable.Create(connection);
        connection.Execute("UPDATE store SET schema_version = 2");
    }

    DuckDBConnection Connect()
    {
        var connection = new DuckDBConnection(new DuckDBConnectionStringBuilder
        {
            DataSource = Path,
            MemoryLimit = $"{options.MemoryMegabytes}MB",
            Threads = options.Threads ?? Environment.ProcessorCount,
            TempDirectory = System.IO.Path.Combine(options.Folder, "sorting"),
            AutoinstallKnownExtensions = false,
            AutoloadKnownExtensions = false,
        }.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
