using System.Net;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Engine;
using DcOps.Collectors.Snmp.Security;
using DcOps.Collectors.Snmp.Tests.Walking;
using DcOps.Testing;

namespace DcOps.Collectors.Snmp.Tests.Engine;

/// <summary>net-snmp's daemon with a community and users of a test's own.</summary>
sealed class SnmpDaemon : IAsyncDisposable
{
    public const string Password = "authpass123";
    public const string OtherPassword = "privpass123";
    readonly ScratchFolder _folder = new();
    ExternalProgram? _program;

    public IPEndPoint Address { get; } = new(IPAddress.Loopback, FreePort.Udp());

    /// <param name="users">Users beside the usual ones, as net-snmp names their protocols; no privacy where the last part is empty.</param>
    public static async Task<SnmpDaemon> StartAsync(params (string Name, string Digest, string Cipher)[] users)
    {
        var daemon = new SnmpDaemon();
        await File.WriteAllTextAsync(daemon._folder.Of("snmpd.conf"), $"""
            rocommunity correct 127.0.0.1
            createUser monitor SHA-256 "{Password}" AES "{OtherPassword}"
            createUser signer SHA-512 "{Password}"
            rouser monitor priv
            rouser signer auth
            sysName daemon under test

            """ + string.Concat(users.Select(Lines)));
        await daemon.RunAsync();
        return daemon;
    }

    static string Lines((string Name, string Digest, string Cipher) user) => user.Cipher.Length == 0
        ? $"createUser {user.Name} {user.Digest} \"{Password}\"\nrouser {user.Name} auth\n"
        : $"createUser {user.Name} {user.Digest} \"{Password}\" {user.Cipher} \"{OtherPassword}\"\nrouser {user.Name} priv\n";

    /// <summary>Kills it and starts it again: the engine keeps its id and counts one more boot.</summary>
    public async Task RestartAsync()
    {
        await _program!.DisposeAsync();
        await RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
            await _program.DisposeAsync();
        _folder.Dispose();
    }

    async Task RunAsync()
    {
        _program = ExternalProgram.Start(
            ExternalProgram.Find("snmpd", "snmpd"),
            ["-f", "-Lo", "-C", "-c", _folder.Of("snmpd.conf"), "-p", _folder.Of("pid"), $"udp:{Address}"],
            new Dictionary<string, string> { ["SNMP_PERSISTENT_DIR"] = _folder.Of("state"), ["MIBS"] = "" });
        using var engine = new SnmpEngine(TimeProvider.System);
        var link = new AgentLink(Address, new CommunitySecurity(SnmpVersion.V2c, "correct"), new(0));
        var patience = new PollPatience(TimeSpan.FromMilliseconds(200), Retries: 0);
        await _program.UntilAsync(
            "SNMP",
            async _ => await engine.PollAsync(link, Plans.Of([], []).Probe, patience) is PollOutcome.Answered,
            TestContext.Current.CancellationToken);
    }
}
