using DcOps.Registry.Configuration;

namespace DcOps.Silo.Host.Backup;

/// <summary>Brings a backup to a machine that has nothing yet.</summary>
public static class RestoreRun
{
    const string Dump = "registry/registry.dump";

    /// <param name="backup">Folder of the backup.</param>
    /// <param name="data">Data folder to be: not there yet, or empty. It appears whole or not at all.</param>
    /// <param name="registry">Connection of an empty PostgreSQL database, where the backup has a dump; else null.</param>
    /// <exception cref="BackupRefusedException">The backup is not whole, is newer, or there is something at the place already.</exception>
    public static async Task<BackupManifest> BringAsync(string backup, string data, string? registry, CancellationToken cancellationToken)
    {
        var manifest = await BackupManifest.CheckedAsync(backup, cancellationToken);
        if (Directory.Exists(data) && Directory.EnumerateFileSystemEntries(data).Any())
            throw new BackupRefusedException($"{data} is not empty: a backup is restored where nothing is that it could mix with.");
        var hasDump = manifest.Files.Any(file => file.Path == Dump);
        if (hasDump != registry is not null)
        {
            throw new BackupRefusedException(hasDump
                ? "The backup has a registry of PostgreSQL: name an empty database by --registry."
                : "The backup has no registry of PostgreSQL: leave --registry out.");
        }

        var whole = data.TrimEnd('/') + ".restoring";
        if (Directory.Exists(whole))
            Directory.Delete(whole, recursive: true);
        foreach (var file in manifest.Files.Where(file => file.Path != Dump))
        {
            var target = Path.Combine(whole, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(backup, file.Path), target);
        }

        Directory.CreateDirectory(whole);
        if (registry is not null)
            await RegistryCopy.RestoreAsync(registry, Path.Combine(backup, Dump), cancellationToken);
        if (Directory.Exists(data))
            Directory.Delete(data);
        Directory.Move(whole, data);
        return manifest;
    }
}
