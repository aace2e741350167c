using System.Diagnostics;
using DcOps.Testing;

namespace DcOps.Notify.Tests;

/// <summary>A real prometheus-alertmanager on a port of its own, and amtool as people use it.</summary>
sealed class Alertmanager : IAsyncDisposable
{
    const string Package = "prometheus-alertmanager";

    readonly ExternalProgram _program;
    readonly string _tool;

    Alertmanager(ExternalProgram program, string tool, Uri address) => (_program, _tool, Address) = (program, tool, address);

    public Uri Address { get; }

    /// <summary>Skips the test where it is not installed.</summary>
    public static async Task<Alertmanager> StartAsync(ScratchFolder folder, CancellationToken cancellationToken)
    {
        var (path, tool) = (ExternalProgram.Find("prometheus-alertmanager", Package), ExternalProgram.Find("amtool", Package));
        var configuration = folder.Of("alertmanager.yml");
        await File.WriteAllTextAsync(configuration, "route: { receiver: nobody }\nreceivers: [ { name: nobody } ]\n", cancellationToken);
        var address = new Uri($"http://127.0.0.1:{FreePort.Tcp()}/");
        var program = ExternalProgram.Start(path,
        [
            $"--config.file={configuration}", $"--storage.path={folder.Of("alertmanager")}", $"--web.listen-address={address.Authority}",
            "--cluster.listen-address=",
        ]);
        using var client = new HttpClient();
        await program.UntilAsync("ready", async token =>
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(address, "-/ready"), token);
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, cancellationToken);
        return new(program, tool, address);
    }

    /// <summary>What amtool prints.</summary>
    public async Task<string> ToolAsync(params string[] arguments)
    {
        using var tool = Process.Start(new ProcessStartInfo(_tool, [.. arguments, $"--alertmanager.url={Address}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (said, complained) = (tool.StandardOutput.ReadToEndAsync(), tool.StandardError.ReadToEndAsync());
        await tool.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(tool.ExitCode == 0, $"amtool {string.Join(' ', arguments)}: {await complained}");
        return await said;
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();
}
