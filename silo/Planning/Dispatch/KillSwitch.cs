namespace DcOps.Planning.Dispatch;

/// <summary>Stops every dispatch at once, over restarts, until a person turns it on again. A file that is there says that it is off.</summary>
public sealed class KillSwitch(string path)
{
    /// <summary>Who stopped it and why; null while dispatch goes on.</summary>
    public string? Stopped => File.Exists(path) ? File.ReadAllText(path) : null;

    /// <exception cref="ArgumentException">No name or no reason.</exception>
    public void Stop(string author, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        File.WriteAllText(path + ".new", $"{author}: {reason}");
        File.Move(path + ".new", path, overwrite: true);
    }

    public void GoOn() => File.Delete(path);
}
