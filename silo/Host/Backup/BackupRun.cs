using DcOps.Domain.Ledger.Archive;
using DcOps.Grains.Checkpoints;
using DcOps.History.Embedded;
using DcOps.Registry.Configuration;
using DcOps.Silo.Host.Checkpoints;

namespace DcOps.Silo.Host.Backup;

/// <summary>
/// Copies what this silo must not lose while it runs. The order makes it consistent: what rests on something is copied before it, so
/// that a restored silo may find more below than it asks for, never less. Outboxes are not copied: a collector that began anew with an
/// old one would give numbers twice.
/// </summary>
sealed class BackupRun(
    BackupPlaces places, RegistryCopy registry, ICheckpointStore checkpoints, IServiceProvider services, TimeProvider time,
    ILogger<FileCheckpoints> logger) : IDisposable
{
    const int ImagesAtOnce = 64;

    static readonly string[] AsTheyAre = ["signing", "planning", "upload", "events", "configuration"];

    readonly SemaphoreSlim _one = new(1);

    /// <param name="folder">Not there yet, or empty.</param>
    /// <exception cref="BackupRefusedException">It cannot be made; what is there of it has no manifest.</exception>
    public async Task<BackupManifest> TakeAsync(string folder, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new BackupRefusedException($"{folder} is not empty: name a folder of its own for each backup.");
        if (!await _one.WaitAsync(TimeSpan.Zero, cancellationToken))
            throw new BackupRefusedException("Another backup is being made.");

        try
        {
            var takenAt = time.GetUtcNow();
            var elsewhere = await CopyAsync(folder, cancellationToken);
            var manifest = await BackupManifest.OfAsync(folder, takenAt, elsewhere, cancellationToken);
            await manifest.WriteAsync(folder, cancellationToken);
            return manifest;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArchiveUnavailableException or CheckpointsUnavailableException)
        {
            throw new BackupRefusedException($"The backup could not be finished: {fault.Message}", fault);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    async Task<ImmutableArray<string>> CopyAsync(string folder, CancellationToken cancellationToken)
    {
        var elsewhere = ImmutableArray.CreateBuilder<string>();
        Directory.CreateDirectory(Path.Combine(folder, "registry"));
        if (File.Exists(places.Configuration))
            await FileCopy.ToAsync(places.Configuration, Path.Combine(folder, "configuration-file"), cancellationToken);
        foreach (var name in AsTheyAre)
            await FileCopy.AllAsync(Path.Combine(places.Data, name), Path.Combine(folder, name), cancellationToken);
        if (registry.IsServer)
            await registry.ServerAsync(Path.Combine(folder, "registry", "registry.dump"), cancellationToken);
        else
            await registry.EmbeddedAsync("registry.db", Path.Combine(folder, "registry", "registry.db"), cancellationToken);
        await FileCopy.AllAsync(Path.Combine(places.Data, "history-spool"), Path.Combine(folder, "history-spool"), cancellationToken);
        await FileCopy.AllAsync(Path.Combine(places.Data, "journal"), Path.Combine(folder, "journal"), cancellationToken);
        if (checkpoints is FileCheckpoints)
            await CopyImagesAsync(Path.Combine(folder, "checkpoints"), cancellationToken);
        if (!registry.IsServer)
        {
            await registry.EmbeddedAsync("alarms.db", Path.Combine(folder, "registry", "alarms.db"), cancellationToken);
            await registry.EmbeddedAsync("notices.db", Path.Combine(folder, "registry", "notices.db"), cancellationToken);
        }

        if (services.GetService<EmbeddedHistory>() is { } history)
            await history.CopyAsync(file => FileCopy.ToAsync(file, Path.Combine(folder, "history"), cancellationToken), cancellationToken);
        else
            elsewhere.Add("history is in InfluxDB: back it up by influxd backup -portable, after this");
        return elsewhere.DrainToImmutable();
    }

    async Task CopyImagesAsync(string folder, CancellationToken cancellationToken)
    {
        using var copy = new FileCheckpoints(folder, logger);
        var bulk = new List<Checkpoint>(ImagesAtOnce);
        await foreach (var checkpoint in checkpoints.ReadAllAsync(cancellationToken))
        {
            bulk.Add(checkpoint);
            if (bulk.Count < ImagesAtOnce)
                continue;
            await copy.WriteAsync(bulk, cancellationToken);
            bulk.Clear();
        }

        if (bulk.Count > 0)
            await copy.WriteAsync(bulk, cancellationToken);
    }
}
