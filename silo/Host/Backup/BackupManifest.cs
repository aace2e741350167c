using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace DcOps.Silo.Host.Backup;

/// <summary>What a backup holds. It is written last, so that a folder without it is one that was not finished.</summary>
/// <param name="Format">Of the backup as a whole; a newer one is refused.</param>
/// <param name="Elsewhere">Stores that are not in it, and how they are backed up; empty when it is whole.</param>
public sealed record BackupManifest(
    int Format, DateTimeOffset TakenAt, ImmutableArray<BackupManifest.Entry> Files, ImmutableArray<string> Elsewhere)
{
    /// <summary>The format that this version writes, and the newest that it reads.</summary>
    public const int Newest = 1;

    public const string Name = "backup.json";

    static readonly JsonSerializerOptions Form = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>Describes every file of a folder.</summary>
    public static async Task<BackupManifest> OfAsync(
        string folder, DateTimeOffset takenAt, ImmutableArray<string> elsewhere, CancellationToken cancellationToken)
    {
        var files = ImmutableArray.CreateBuilder<Entry>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            files.Add(new(Path.GetRelativePath(folder, file), new FileInfo(file).Length, await HashAsync(file, cancellationToken)));
        return new(Newest, takenAt, files.DrainToImmutable(), elsewhere);
    }

    public async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, Name);
        await File.WriteAllTextAsync(file + ".new", JsonSerializer.Serialize(this, Form), cancellationToken);
        File.Move(file + ".new", file);
    }

    /// <summary>Reads the manifest and compares every file with it.</summary>
    /// <exception cref="BackupRefusedException">It was not finished, was changed since, or a newer version made it.</exception>
    public static async Task<BackupManifest> CheckedAsync(string folder, CancellationToken cancellationToken)
    {
        var manifest = await ReadAsync(folder, cancellationToken);
        foreach (var entry in manifest.Files)
        {
            var file = Path.Combine(folder, entry.Path);
            if (Path.IsPathRooted(entry.Path) || entry.Path.Split('/').Contains(".."))
                throw new BackupRefusedException($"{folder}: {Name} names {entry.Path}, which is not inside the backup.");
            if (!File.Exists(file))
                throw new BackupRefusedException($"{folder}: {entry.Path} is missing; the backup is not whole.");
            if (new FileInfo(file).Length != entry.Bytes || await HashAsync(file, cancellationToken) != entry.Sha256)
                throw new BackupRefusedException($"{folder}: {entry.Path} is not as it was written; the backup is damaged.");
        }

        return manifest;
    }

    static async Task<BackupManifest> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, Name);
        if (!File.Exists(file))
            throw new BackupRefusedException($"{folder} has no {Name}: it is no backup, or one that was not finished.");
        try
        {
            var text = await File.ReadAllTextAsync(file, cancellationToken);
            // The format first: what a newer version says otherwise need not be readable.
            var format = JsonDocument.Parse(text).RootElement.GetProperty("format").GetInt32();
            if (format > Newest)
            {
                throw new BackupRefusedException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{folder} was made by a newer version of DcOps (format {format}; this one reads up to {Newest}). Restore it with that version."));
            }

            return JsonSerializer.Deserialize<BackupManifest>(text, Form) ?? throw new BackupRefusedException($"{file} says nothing.");
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new BackupRefusedException($"{file} cannot be read: {fault.Message}", fault);
        }
    }

    static async Task<string> HashAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }

    /// <summary>One file.</summary>
    /// <param name="Path">Below the backup's folder.</param>
    public sealed record Entry(string Path, long Bytes, string Sha256);
}
