using DcOps.Domain.Facilities;
using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;
using DuckDB.NET.Data;
using Microsoft.Extensions.Logging;

namespace DcOps.History.Embedded;

/// <summary>
/// History in one file beside the process. A batch is one transaction, on disk when <see cref="WriteAsync"/> returns;
/// readers see whole batches and never wait for the writer. The engine blocks, so it runs on the pool.
/// </summary>
public sealed partial class EmbeddedHistory : IHistoryWriter, IHistoryReader, IHistoryOpening, IAsyncDisposable
{
    const int ReadersAtOnce = 8;
    readonly EmbeddedFile _file;
    readonly EmbeddedUpkeep _upkeep;
    readonly ILogger<EmbeddedHistory> _logger;
    readonly SemaphoreSlim _writing = new(1);
    readonly SemaphoreSlim _reading = new(ReadersAtOnce);
    EmbeddedSession? _session;
    bool _disposed;

    public EmbeddedHistory(EmbeddedOptions options, TimeProvider time, ILogger<EmbeddedHistory> logger)
    {
        _file = new(options);
        _upkeep = new(options, _file, _writing, time, logger);
        _logger = logger;
    }

    /// <summary>Opens the store, or tells why not; without it the first use does.</summary>
    /// <exception cref="HistoryUnavailableException">The file cannot be opened now.</exception>
    /// <exception cref="HistoryRefusedException">A newer version wrote it.</exception>
    public Task OpenAsync(CancellationToken cancellationToken) => SessionAsync(cancellationToken);

    public async Task WriteAsync(HistoryBatch batch, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await Task.Run(() => Write(batch), cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Has the store's files copied while nothing is written to them; what is offered meanwhile waits in the spool.</summary>
    /// <param name="copy">Takes each file. It must not open them in this process: closing one would let go of the engine's lock.</param>
    public async Task CopyAsync(Func<string, Task> copy, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            foreach (var file in new[] { _file.Path, _file.Path + ".wal" }.Where(File.Exists))
                await copy(file);
        }
        finally
        {
            _writing.Release();
        }
    }

    public Task<ImmutableArray<RackMinute>> RackMinutesAsync(
        RackId rack, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        ReadAsync(from, to, (connection, keys, first, end) =>
            keys.Find(rack) is { } key ? RackMinuteTables.Read(connection, rack, key, first, end) : [], cancellationToken);

    public Task<ImmutableArray<FacilityMinute>> FacilityMinutesAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        ReadAsync(from, to, (connection, keys, first, end) =>
            keys.Find(facility) is { } key ? FacilityMinuteTable.Read(connection, facility, key, first, end) : [], cancellationToken);

    public Task<ImmutableArray<FacilityInterval>> IntervalsAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        ReadAsync(from, to, (connection, keys, first, end) =>
            keys.Find(facility) is { } key ? FacilityIntervalTable.Read(connection, facility, key, first, end) : [], cancellationToken);

    public Task<ImmutableArray<FacilityRoleEnergy>> EnergyByFacilityAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        ReadAsync(from, to, (connection, _, first, end) => FacilityIntervalTable.Sums(connection, first, end), cancellationToken);

    public Task<ImmutableArray<RackEnergySum>> EnergyByRackAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        ReadAsync(from, to, (connection, keys, first, end) =>
            keys.Find(facility) is { } key ? RackMinuteTables.Sums(connection, key, first, end) : [], cancellationToken);

    public Task<ImmutableArray<MeterReading>> MeterReadingsAsync(
        FacilityId facility, string? meter, DateTimeOffset from, DateTimeOffset to, TimeSpan reach, CancellationToken cancellationToken) =>
        ReadAsync(
            (connection, keys) => keys.Find(facility) is { } key
                ? MeterReadingTable.Read(connection, facility, key, meter, from, to, reach)
                : [],
            cancellationToken);

    public async Task<DateTimeOffset?> FirstMeterReadingAsync(FacilityId facility, CancellationToken cancellationToken) =>
        (await ReadAsync<DateTimeOffset>(
            (connection, keys) => keys.Find(facility) is { } key && MeterReadingTable.First(connection, key) is { } first ? [first] : [],
            cancellationToken)) is [var oldest, ..] ? oldest : null;

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
            return;

        await _upkeep.DisposeAsync();
        await _writing.WaitAsync(CancellationToken.None);
        _session?.Dispose();
        _writing.Dispose();
        _reading.Dispose();
    }

    void Write(HistoryBatch batch)
    {
        try
        {
            _session ??= EmbeddedSession.Open(_file);
            _session.Write(batch);
            _upkeep.After(_session);
        }
        catch (DuckDBException fault)
        {
            // The engine may have shut the file after a failure; the next call opens it again.
            _session?.Dispose();
            _session = null;
            LogClosed(_file.Path, fault);
            throw new HistoryUnavailableException($"The history store {_file.Path} refused a batch: {fault.Message}", fault);
        }
    }

    Task<ImmutableArray<T>> ReadAsync<T>(
        DateTimeOffset from,
        DateTimeOffset to,
        Func<DuckDBConnection, SubjectKeys, int, int, ImmutableArray<T>> read,
        CancellationToken cancellationToken)
    {
        var (first, end) = (Minutes.AtOrAfter(from), Minutes.AtOrAfter(to));
        return first >= end
            ? Task.FromResult<ImmutableArray<T>>([])
            : ReadAsync((connection, keys) => read(connection, keys, first, end), cancellationToken);
    }

    async Task<ImmutableArray<T>> ReadAsync<T>(
        Func<DuckDBConnection, SubjectKeys, ImmutableArray<T>> read, CancellationToken cancellationToken)
    {
        var session = await SessionAsync(cancellationToken);
        await _reading.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Read(connection => read(connection, session.Keys)), cancellationToken);
        }
        finally
        {
            _reading.Release();
        }
    }

    ImmutableArray<T> Read<T>(Func<DuckDBConnection, ImmutableArray<T>> read)
    {
        try
        {
            using var connection = _file.Open();
            using var snapshot = connection.BeginTransaction();
            return read(connection);
        }
        catch (DuckDBException fault)
        {
            throw new HistoryUnavailableException($"The history store {_file.Path} cannot be read: {fault.Message}", fault);
        }
    }

    async Task<EmbeddedSession> SessionAsync(CancellationToken cancellationToken)
    {
        if (_session is { } open)
            return open;

        await _writing.WaitAsync(cancellationToken);
        try
        {
            return _session ??= await Task.Run(() => EmbeddedSession.Open(_file), cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    [LoggerMessage(LogLevel.Error, "History store {File} closed after a failure; it is opened again at the next batch")]
    partial void LogClosed(string file, Exception fault);
}
