using System.Diagnostics;

namespace DcOps.Benchmarks.Snmp;

/// <summary>The measuring tools beside the project, built into a folder of their own.</summary>
static class Tools
{
    static readonly Lazy<string> Folder = new(Build);

    public static string Of(string tool) => Path.Combine(Folder.Value, tool);

    /// <summary>The folder that holds <c>DcOps.sln</c>.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DcOps.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Run this from a build of the project.");
    }

    static string Build()
    {
        var source = Path.GetFullPath(Path.Combine(Root(), "..", "shared", "tools"));
        var folder = Path.Combine(Path.GetTempPath(), "dcops-benchmark-tools");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(source))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        using var make = Process.Start(new ProcessStartInfo("make", ["-s", "-C", folder, "snmpagents", "snmppoll"]))!;
        make.WaitForExit();
        return make.ExitCode == 0 ? folder : throw new InvalidOperationException($"make failed in {folder}.");
    }
}
