using System.Net;
using System.Text;
using DcOps.Collectors.Snmp.Security;
using DcOps.Collectors.Snmp.Tests.Polling;
using DcOps.Collectors.Snmp.Traps;
using DcOps.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Collectors.Snmp.Tests.Traps;

/// <summary>A receiver at a free port, with two communities' worth of credentials and the real catalogue.</summary>
sealed class ReceiverUnderTest : IAsyncDisposable
{
    public const string Password = "authpass123";
    public const string OtherPassword = "privpass123";
    readonly ScratchFolder _folder = new();
    NotificationReceiver? _receiver;

    public FakeTimeProvider Time { get; } = new(new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero));

    public KeptEvents Kept { get; } = new();

    public NotifiedDevices Devices { get; } = new();

    public LogLines Log { get; } = new();

    public IPEndPoint Address => _receiver!.Address!;

    public string EngineFile => _folder.Of("engine");

    public static async Task<ReceiverUnderTest> StartAsync()
    {
        var test = new ReceiverUnderTest();
        await test.RunAsync();
        return test;
    }

    /// <summary>As a process that was killed and started again at the same port: what it remembered is gone, its engine is the same.</summary>
    public async Task RestartAsync()
    {
        var address = Address;
        await _receiver!.DisposeAsync();
        await RunAsync(address.Port);
    }

    public async ValueTask DisposeAsync()
    {
        await _receiver!.DisposeAsync();
        _folder.Dispose();
    }

    async Task RunAsync(int port = 0)
    {
        var settings = new NotificationSettings(
            new(IPAddress.Loopback, port),
            [Encoding.UTF8.GetBytes("public")],
            [
                new("monitor", AuthenticationProtocol.Sha256, Password, PrivacyProtocol.Aes128, OtherPassword),
                new("signer", AuthenticationProtocol.Sha512, Password),
                new("open"),
            ],
            _folder.Of("events"),
            1_000_000,
            EngineFile);
        _receiver = new(
            settings, NotificationCatalogue.Load(NotificationCatalogue.StandardFolder), Devices, Kept, Time, new Logger<NotificationReceiver>(Log));
        await _receiver.StartAsync(TestContext.Current.CancellationToken);
    }
}
