using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using DcOps.Collectors.Snmp.Agents;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Security;

namespace DcOps.Benchmarks.Snmp;

/// <summary>Devices that speak SNMPv3 alone, authenticated and encrypted, in a process of their own; the objects of the others.</summary>
sealed class UserAgents : IAsyncDisposable
{
    public const int Devices = 200;
    public const string UserName = "monitor";
    public const string AuthenticationPassword = "authpass123";
    public const string PrivacyPassword = "privpass123";

    readonly Process _process;

    UserAgents(Process process) => _process = process;

    public static UsmUser User() =>
        new(UserName, AuthenticationProtocol.Sha256, AuthenticationPassword, PrivacyProtocol.Aes128, PrivacyPassword);

    public static async Task<UserAgents> StartAsync()
    {
        var process = Child.Start(Environment.ProcessPath!, "user-agents");
        await process.StandardOutput.ReadLineAsync();
        return new(process);
    }

    /// <summary>Answers until the process is ended.</summary>
    public static async Task RunAsync()
    {
        var user = User();
        var tree = new ObjectTree(
        [
            .. Objects.Columns.SelectMany(entry => Enumerable.Range(1, entry.Rows).Select(row =>
                (ObjectIdentifier.Parse(string.Create(CultureInfo.InvariantCulture, $"{entry.Column}.{row}")), (Func<ObjectSyntax>)(() => ObjectSyntax.Gauge32((uint)(100 + row)))))),
            (ObjectIdentifier.Parse(Objects.SysUpTime), () => ObjectSyntax.TimeTicks(4200)),
        ]);
        var sockets = Enumerable.Range(0, Devices)
            .Select(device => new AgentSocket(Agents.AddressOf(device), new UserAgent(EngineOf(device), user, tree, TimeProvider.System))).ToArray();
        Console.WriteLine("READY");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
        GC.KeepAlive(sockets);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // RFC 3411 section 5: an enterprise's own format, octets that nobody else has.
    static byte[] EngineOf(int device)
    {
        byte[] engine = [0x80, 0x00, 0x1F, 0x88, 0x05, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(engine.AsSpan(5), device);
        return engine;
    }
}
