using System.Runtime.InteropServices;

namespace DcOps.Silo.Host.Checkpoints;

/// <summary>
/// Makes a folder's names durable: without it, a file that was renamed just before a power cut may be there under its old
/// name only. The framework flushes files, but opens no folder.
/// </summary>
static class FolderSync
{
    const int ReadOnly = 0;

    public static void Flush(string folder)
    {
        if (!OperatingSystem.IsLinux())
            return;

        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
            throw new IOException($"{folder} cannot be opened to be flushed (error {Marshal.GetLastPInvokeError()}).");

        var failed = Fsync(descriptor) != 0;
        _ = Close(descriptor);
        if (failed)
            throw new IOException($"{folder} cannot be flushed (error {Marshal.GetLastPInvokeError()}).");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Open(string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Fsync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Close(int descriptor);
}
