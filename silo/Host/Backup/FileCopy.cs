using System.Diagnostics;

namespace DcOps.Silo.Host.Backup;

/// <summary>Copies files that this process has open, by a process of its own: locks are per process, and closing a second handle would let go of them.</summary>
static class FileCopy
{
    /// <exception cref="BackupRefusedException">The copy cannot be written.</exception>
    public static async Task ToAsync(string file, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        using var process = Process.Start(new ProcessStartInfo("cp", ["--reflink=auto", "--", file, folder])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
        var said = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);

        // What was deleted meanwhile is not needed any more: its owners' newer images are copied later.
        if (process.ExitCode != 0 && File.Exists(file))
            throw new BackupRefusedException($"{file} cannot be copied: {said.Trim()}");
    }

    /// <summary>Every file below a folder; nothing when it is not there.</summary>
    public static async Task AllAsync(string source, string target, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(source))
            return;
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList())
            await ToAsync(file, Path.Combine(target, Path.GetRelativePath(source, Path.GetDirectoryName(file)!)), cancellationToken);
    }
}
