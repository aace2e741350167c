namespace DcOps.Upload.Sending;

/// <summary>A platform's base data as it sent them, with their version beside them.</summary>
sealed class BaseTables(string path)
{
    string VersionPath => path + ".version";

    /// <summary>Null when none are kept.</summary>
    public string? Version => File.Exists(path) && File.Exists(VersionPath) ? File.ReadAllText(VersionPath) : null;

    public void Keep(string version, string body)
    {
        File.Delete(VersionPath);
        File.WriteAllText(path + ".new", body);
        File.Move(path + ".new", path, overwrite: true);
        File.WriteAllText(VersionPath, version);
    }
}
