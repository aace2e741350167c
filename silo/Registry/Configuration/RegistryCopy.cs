using System.Data.Common;
using System.Diagnostics;
using DcOps.Domain.Ledger.Archive;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DcOps.Registry.Configuration;

/// <summary>Copies of the registry as of one instant each, made while it is used.</summary>
public sealed class RegistryCopy
{
    readonly string? _connection;
    readonly string _folder;

    /// <param name="connection">Null for the embedded databases.</param>
    /// <param name="folder">Of the embedded databases.</param>
    internal RegistryCopy(string? connection, string folder) => (_connection, _folder) = (connection, folder);

    /// <summary>Whether it is PostgreSQL's own tools that copy and restore.</summary>
    public bool IsServer => _connection is not null;

    /// <summary>Writes one embedded database, as in <c>alarms.db</c>, into a file that is not there yet; nothing when it was never made.</summary>
    /// <exception cref="ArchiveUnavailableException">It cannot be read, or the copy cannot be written.</exception>
    public async Task EmbeddedAsync(string name, string target, CancellationToken cancellationToken)
    {
        var file = Path.Combine(_folder, name);
        if (!File.Exists(file))
            return;

        try
        {
            await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadWrite;Default Timeout=30;Pooling=false");
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $target";
            command.Parameters.AddWithValue("$target", target);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (DbException fault)
        {
            throw new ArchiveUnavailableException($"{file} cannot be copied: {fault.Message}", fault);
        }
    }

    /// <summary>Writes the whole PostgreSQL database, the cluster's checkpoints with it, by <c>pg_dump</c>.</summary>
    /// <exception cref="ArchiveUnavailableException">The tool is not there, or failed; with its own words.</exception>
    public Task ServerAsync(string target, CancellationToken cancellationToken) =>
        RunAsync("pg_dump", _connection!, ["--format=custom", "--file", target], cancellationToken);

    /// <summary>Brings a dump into a database that has none of its tables, in one transaction.</summary>
    /// <exception cref="ArchiveUnavailableException">The tool is not there, or failed; with its own words.</exception>
    public static Task RestoreAsync(string connection, string dump, CancellationToken cancellationToken) =>
        RunAsync("pg_restore", connection, ["--single-transaction", "--exit-on-error", "--no-owner", dump], cancellationToken);

    static async Task RunAsync(string program, string connection, string[] arguments, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(program, ["--dbname", settings.Database ?? "", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            Environment =
            {
                ["PGHOST"] = settings.Host,
                ["PGPORT"] = settings.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["PGUSER"] = settings.Username,
                ["PGPASSWORD"] = settings.Password,
            },
        };
        try
        {
            using var process = Process.Start(start)!;
            var said = await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
                throw new ArchiveUnavailableException($"{program} failed: {said.Trim()}");
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new ArchiveUnavailableException($"{program} cannot be started: {fault.Message}. It comes with PostgreSQL's client (Debian package postgresql-client).", fault);
        }
    }
}
