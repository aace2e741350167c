using System.Collections.Concurrent;
using System.Net;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Agents;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Discovery;
using DcOps.Collectors.Snmp.Security;
using DcOps.Domain.Configuration;
using DcOps.Testing;

namespace DcOps.Collectors.Snmp.Tests.Discovery;

/// <summary>A sweep over addresses of the loopback network on which agents of several kinds stand, and on most of which none does.</summary>
public sealed class DiscoverySweepTests : IAsyncDisposable
{
    const string Configuration = """
        {
          "province": { "anything": "else" },
          "snmp": {
            "credentials": {
              "site-v3": { "version": "v3", "user": "monitor", "authentication": "sha256", "authenticationPassword": "text:authpass123" },
              "wrong": { "version": "v2c", "community": "text:wrong" },
              "site-v2c": { "version": "v2c", "community": "text:public" }
            },
            "devices": []
          }
        }
        """;

    static readonly ProfileLibrary Profiles = new(
    [
        ProfileLibrary.Parse("by-id.json", Profile("by-id", "\"systemObjectIds\": [\"1.3.6.1.4.1.9999.1\"]")),
        ProfileLibrary.Parse("by-print.json", Profile("by-print", "\"systemObjectIds\": [], \"fingerprint\": [\"1.3.6.1.4.1.9999.2.1.0\"]")),
    ]);

    readonly int _port = FreePort.Udp();
    readonly ConcurrentBag<AgentSocket> _agents = [];
    readonly SweepOptions _options;

    public DiscoverySweepTests() => _options = new() { Port = _port, Rate = 2_000, Timeout = TimeSpan.FromMilliseconds(400), Retries = 0 };

    public async ValueTask DisposeAsync()
    {
        foreach (var agent in _agents)
            await agent.DisposeAsync();
    }

    [Fact]
    public async Task Finds_every_agent_with_the_first_credentials_that_it_takes_and_recognises_it()
    {
        Start("127.77.0.2", Community("public", "1.3.6.1.4.1.9999.1.7"));
        Start("127.77.0.5", Community("public", "1.3.6.1.4.1.8072.3.2.10", "1.3.6.1.4.1.9999.2.1.0"));
        Start("127.77.0.6", Community("public", "1.3.6.1.4.1.8072.3.2.10"));
        Start("127.77.0.7", User("monitor"));
        Start("127.77.0.8", User("somebody"));

        var (found, progress) = await SweepAsync("127.77.0.0/27", _options);

        Assert.Equal(
            [
                "127.77.0.2 site-v2c by-id ",
                "127.77.0.5 site-v2c by-print ",
                "127.77.0.6 site-v2c  ",
                "127.77.0.7 site-v3 by-id ",
                "127.77.0.8 site-v3  unknown-user",
            ],
            found.Select(device => $"{device.Address.Address} {device.Credentials} {device.Profile} {device.Refusal}").Order(StringComparer.Ordinal));
        Assert.All(found.Where(device => device.Refusal is null), device => Assert.Equal("an agent", device.SystemName));
        Assert.Equal(new SweepProgress(30, 30, 5), progress);
    }

    [Fact]
    public async Task Tries_only_the_credentials_that_it_is_told_in_their_order()
    {
        var agent = new AskedAgent(Community("public", "1.3.6.1.4.1.9999.1.7"));
        Start("127.77.1.2", agent);

        var (found, _) = await SweepAsync("127.77.1.2", _options with { Credentials = ["site-v2c", "wrong"] });

        Assert.Equal("site-v2c", Assert.Single(found).Credentials);
        Assert.All(agent.Kinds, kind => Assert.Equal(PduKind.GetRequest, kind));
    }

    [Fact]
    public async Task Finds_net_snmp_s_own_daemon()
    {
        await using var daemon = await Engine.SnmpDaemon.StartAsync();

        var (found, _) = await SweepAsync("127.0.0.1", _options with { Port = daemon.Address.Port, Timeout = TimeSpan.FromSeconds(5) }, Configuration.Replace("text:public", "text:correct", StringComparison.Ordinal));

        var device = Assert.Single(found);
        Assert.Equal(("site-v2c", "daemon under test", "1.3.6.1.4.1.8072.3.2.10"), (device.Credentials, device.SystemName, device.SystemObjectId));
    }

    [Theory]
    [InlineData("{}", "snmp")]
    [InlineData("{ \"snmp\": { \"credentials\": { \"a\": { \"version\": \"v2c\" } }, \"devices\": [] } }", "community")]
    [InlineData("{ \"snmp\": ", "JSON")]
    public void Refuses_a_configuration_without_credentials(string text, string said)
    {
        var refusal = Assert.Throws<ConfigurationException>(() => DiscoverySweep.Of("site.json", text, Profiles, _options, TimeProvider.System));

        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_credentials_that_the_configuration_does_not_have() =>
        Assert.Throws<ConfigurationException>(() => DiscoverySweep.Of(
            "site.json", Configuration, Profiles, _options with { Credentials = ["site-v2"] }, TimeProvider.System));

    static async Task<(List<FoundDevice> Found, SweepProgress Progress)> SweepAsync(string subnets, SweepOptions options, string configuration = Configuration)
    {
        var seen = new ConcurrentBag<SweepProgress>();
        var found = new List<FoundDevice>();
        var sweep = DiscoverySweep.Of("site.json", configuration, Profiles, options, TimeProvider.System);
        await foreach (var device in sweep.FindAsync(AddressList.Parse(subnets), new Seen(seen), TestContext.Current.CancellationToken))
            found.Add(device);
        return (found, seen.MaxBy(each => each.Done));
    }

    void Start(string address, IDatagramAgent agent) => _agents.Add(new(new(IPAddress.Parse(address), _port), agent));

    static CommunityAgent Community(string community, string objectId, params string[] more) => new(community, Objects(objectId, more));

    static UserAgent User(string name) => new(
        [0x80, 0, 0, 0, 5, 1, 2, 3, (byte)name.Length],
        new(name, AuthenticationProtocol.Sha256, "authpass123"),
        Objects("1.3.6.1.4.1.9999.1.7"),
        TimeProvider.System);

    static ObjectTree Objects(string objectId, params string[] more) => new(
    [
        (ObjectIdentifier.Parse("1.3.6.1.2.1.1.1.0"), () => ObjectSyntax.OctetString("words")),
        (ObjectIdentifier.Parse("1.3.6.1.2.1.1.2.0"), () => ObjectSyntax.Of(ObjectIdentifier.Parse(objectId))),
        (ObjectIdentifier.Parse("1.3.6.1.2.1.1.3.0"), () => ObjectSyntax.TimeTicks(4200)),
        (ObjectIdentifier.Parse("1.3.6.1.2.1.1.5.0"), () => ObjectSyntax.OctetString("an agent")),
        .. more.Select(name => (ObjectIdentifier.Parse(name), (Func<ObjectSyntax>)(() => ObjectSyntax.Integer32(1)))),
    ]);

    static string Profile(string name, string recognise) => $$"""
        {
          "name": "{{name}}", "title": "Test", "source": "test", "recognise": { {{recognise}} },
          "scalars": [ { "object": "power", "address": "1.3.6.1.4.1.9999.9.0", "part": "total", "quantity": "active-power", "unit": "W" } ]
        }
        """;

    sealed class Seen(ConcurrentBag<SweepProgress> seen) : IProgress<SweepProgress>
    {
        public void Report(SweepProgress value) => seen.Add(value);
    }

    sealed class AskedAgent(CommunityAgent agent) : IDatagramAgent
    {
        public ConcurrentQueue<PduKind> Kinds { get; } = new();

        public int Answer(ReadOnlySpan<byte> request, Span<byte> response)
        {
            CommunityMessage.Decode(request, out var message);
            Kinds.Enqueue(message.Pdu.Kind);
            return agent.Answer(request, response);
        }
    }
}
