using System.Text;
using DcOps.Contracts.Collectors;

namespace DcOps.Collectors.Host.Sites;

/// <summary>
/// The last configuration that ran, on this machine's disk: with it a site works alone. It may carry credentials, so only
/// its owner may read it.
/// </summary>
sealed class KeptConfiguration(string folder)
{
    const int DigestLength = 64;

    public string File { get; } = Path.Combine(folder, "province.configuration");

    /// <summary>Null when there is none.</summary>
    /// <exception cref="InvalidDataException">What is there is not what was written.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public (string Version, byte[] Body)? Load()
    {
        if (!System.IO.File.Exists(File))
            return null;

        var bytes = System.IO.File.ReadAllBytes(File);
        var body = bytes.Length > DigestLength ? bytes[DigestLength..] : [];
        var version = SiteConfigurationJson.VersionOf(body);
        return bytes.AsSpan().StartsWith(Encoding.ASCII.GetBytes(version))
            ? (version, body)
            : throw new InvalidDataException($"{File} is damaged: its digest does not fit.");
    }

    /// <summary>All of it or nothing, and on the disk when it returns.</summary>
    /// <exception cref="IOException">The disk refused; the one before is still there.</exception>
    public void Save(string version, byte[] body)
    {
        Directory.CreateDirectory(folder);
        var beside = $"{File}.new";
        System.IO.File.Delete(beside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(beside, options))
        {
            stream.Write(Encoding.ASCII.GetBytes(version));
            stream.Write(body);
            stream.Flush(flushToDisk: true);
        }

        System.IO.File.Move(beside, File, overwrite: true);
    }
}
