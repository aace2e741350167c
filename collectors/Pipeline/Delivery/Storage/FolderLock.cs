namespace DcOps.Collectors.Pipeline.Delivery.Storage;

/// <summary>Keeps a folder for one process.</summary>
static class FolderLock
{
    /// <returns>Holds the folder until it is disposed of.</returns>
    /// <exception cref="IOException">Another process has it, or it cannot be written.</exception>
    public static FileStream Take(string folder)
    {
        var path = Path.Combine(folder, "lock");
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException inUse)
        {
            throw new IOException($"The outbox {folder} cannot be opened for this collector alone: {inUse.Message}", inUse);
        }
    }
}
