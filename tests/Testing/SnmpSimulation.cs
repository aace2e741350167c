using System.Net;
using System.Net.Sockets;
using Xunit;

namespace DcOps.Testing;

/// <summary>snmpsim playing recorded devices; the community (v3: the context) is the recording's file name without its end.</summary>
public sealed class SnmpSimulation : IAsyncDisposable
{
    /// <summary>Version 2c, community "probe", sysUpTime.0.</summary>
    static readonly byte[] Probe = Convert.FromHexString("3025020101040570726f6265a019020101020100020100300e300c06082b060102010103000500");

    readonly ScratchFolder _folder = new();
    ExternalProgram? _program;

    public IPEndPoint Address { get; } = new(IPAddress.Loopback, FreePort.Udp());

    /// <summary>Digest SHA-1 because this simulator knows no better: user monitor, its password, cipher AES-128, its password.</summary>
    public static (string User, string Authentication, string Privacy) Credentials => ("monitor", "authpass123", "privpass123");

    /// <summary>Skips the calling test where snmpsim is not installed.</summary>
    public static async Task<SnmpSimulation> StartAsync(IEnumerable<string> recordings)
    {
        var daemon = ExternalProgram.Find("snmpsimd", "snmpsim");
        var simulation = new SnmpSimulation();
        simulation.Copy(recordings);
        simulation._program = ExternalProgram.Start(daemon, [.. simulation.Arguments()]);
        await simulation._program.UntilAsync("SNMP", simulation.AnswersAsync, TestContext.Current.CancellationToken);
        return simulation;
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
            await _program.DisposeAsync();
        _folder.Dispose();
    }

    void Copy(IEnumerable<string> recordings)
    {
        Directory.CreateDirectory(_folder.Of("data"));
        foreach (var recording in recordings)
            File.Copy(recording, _folder.Of("data", Path.GetFileName(recording)));
        File.WriteAllText(_folder.Of("data", "probe.snmprec"), "1.3.6.1.2.1.1.3.0|67|1\n");
    }

    async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var socket = new UdpClient();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMilliseconds(500));
        try
        {
            socket.Connect(Address);
            await socket.SendAsync(Probe, limit.Token);
            return (await socket.ReceiveAsync(limit.Token)).Buffer.Length > 0;
        }
        catch (Exception fault) when (fault is SocketException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    // snmpsim refuses to run as root unless told whom to become, and knows nobody else otherwise.
    IEnumerable<string> Arguments()
    {
        const UnixFileMode open = (UnixFileMode)0b111_111_111;
        Directory.CreateDirectory(_folder.Of("cache"));
        foreach (var folder in (string[])[_folder.Path, _folder.Of("data"), _folder.Of("cache")])
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(folder, open);
        }

        string[] identity = Environment.IsPrivilegedProcess ? ["--process-user=nobody", "--process-group=nogroup"] : [];
        return
        [
            $"--data-dir={_folder.Of("data")}", $"--cache-dir={_folder.Of("cache")}", $"--agent-udpv4-endpoint={Address}",
            $"--v3-user={Credentials.User}", $"--v3-auth-key={Credentials.Authentication}", "--v3-auth-proto=SHA",
            $"--v3-priv-key={Credentials.Privacy}", "--v3-priv-proto=AES", "--logging-method=null", .. identity,
        ];
    }
}
