using System.Net;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Engine;
using DcOps.Collectors.Snmp.Security;
using DcOps.Collectors.Snmp.Tests.Walking;
using DcOps.Testing;

namespace DcOps.Collectors.Snmp.Tests.Replay;

/// <summary>snmpsim playing every recording that a profile recognises; the community (v3: the context) is the recording's name.</summary>
sealed class ReplayedDevices : IAsyncDisposable
{
    readonly ScratchFolder _folder = new();
    ExternalProgram? _program;

    /// <summary>Digest SHA-1 because this simulator knows no better.</summary>
    public static UsmUser User { get; } =
        new("monitor", AuthenticationProtocol.Sha1, "authpass123", PrivacyProtocol.Aes128, "privpass123");

    public IPEndPoint Address { get; } = new(IPAddress.Loopback, FreePort.Udp());

    public IReadOnlyList<(string Name, RecordedWalk Walk, DeviceProfile Profile)> Devices { get; private set; } = [];

    public static async Task<ReplayedDevices> StartAsync()
    {
        var devices = new ReplayedDevices();
        var daemon = ExternalProgram.Find("snmpsimd", "snmpsim");
        devices.Gather();
        devices._program = ExternalProgram.Start(daemon, [.. devices.Arguments()]);
        using var engine = new SnmpEngine(TimeProvider.System);
        var link = new AgentLink(devices.Address, new CommunitySecurity(SnmpVersion.V2c, devices.Devices[0].Name), new(0));
        var patience = new PollPatience(TimeSpan.FromMilliseconds(500), Retries: 0);
        await devices._program.UntilAsync(
            "SNMP",
            async _ => await engine.PollAsync(link, Plans.Of([], []).Probe, patience) is PollOutcome.Answered,
            TestContext.Current.CancellationToken);
        return devices;
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
            await _program.DisposeAsync();
        _folder.Dispose();
    }

    void Gather()
    {
        var profiles = ProfileLibrary.Load(RepositoryRoot.Of("collectors", "Profiles"));
        Directory.CreateDirectory(_folder.Of("data"));
        Devices =
        [
            .. Directory.EnumerateFiles(SharedFolder.Of("data", "devices", "snmprec"), "*.snmprec", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(file => (File: file, Walk: new RecordedWalk(file)))
                .Where(entry => entry.Walk.RecognisedBy(profiles) is not null)
                .Select(entry => (Copy(entry.File), entry.Walk, entry.Walk.RecognisedBy(profiles)!)),
        ];
    }

    string Copy(string file)
    {
        File.Copy(file, _folder.Of("data", Path.GetFileName(file)));
        return Path.GetFileNameWithoutExtension(file);
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
            "--v3-user=monitor", "--v3-auth-key=authpass123", "--v3-auth-proto=SHA", "--v3-priv-key=privpass123",
            "--v3-priv-proto=AES", "--logging-method=null", .. identity,
        ];
    }
}
