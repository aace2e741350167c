using System.Net;
using System.Net.Sockets;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Events;
using DcOps.Collectors.Snmp.Tests.Polling;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;
using DcOps.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Datagrams = DcOps.Collectors.Snmp.Tests.Codec.Datagrams;

namespace DcOps.Collectors.Snmp.Tests;

/// <summary>The collector as a host composes it from a configuration.</summary>
public sealed class CompositionTests : IDisposable
{
    readonly ScratchFolder _data = new();
    readonly int _port = FreePort.Udp();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Keeps_a_trap_in_the_data_folder_when_the_configuration_says_where_to_listen()
    {
        await using var host = Compose($$""" "notifications": { "listen": "127.0.0.1:{{_port}}" }, """);
        var services = host.GetServices<IHostedService>().ToList();
        foreach (var service in services)
            await service.StartAsync(TestContext.Current.CancellationToken);
        var kind = ObjectIdentifier.Parse("1.3.6.1.4.1.318.0.5");
        var inform = new Pdu(PduKind.InformRequest, 7, 0, 0, [new(ObjectIdentifier.Parse("1.3.6.1.6.3.1.1.4.1.0"), ObjectSyntax.Of(kind))]);
        using var sender = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));

        await sender.SendAsync(Datagrams.Encode(SnmpVersion.V2c, "public", inform), new IPEndPoint(IPAddress.Loopback, _port), TestContext.Current.CancellationToken);
        var acknowledgement = await sender.ReceiveAsync(TestContext.Current.CancellationToken);

        Assert.Equal((PduKind.Response, 7), (Datagrams.Decode(acknowledgement.Buffer).Pdu!.Kind, Datagrams.Decode(acknowledgement.Buffer).Pdu!.RequestId));
        var kept = Assert.Single(EventJournal.Read(_data.Of("events")));
        Assert.Equal(("upsOnBattery", "NJ-01", "ups-1"), (kept.Name, kept.Location, kept.Device));
        services.Reverse();
        foreach (var service in services)
            await service.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Listens_for_nothing_unless_it_is_told_to()
    {
        await using var host = Compose("");

        Assert.IsType<SnmpCollector>(Assert.Single(host.GetServices<IHostedService>()));
        Assert.Null(host.GetService<IEventSink>());
    }

    ServiceProvider Compose(string notifications)
    {
        var document = ConfigurationDocument.Parse("site.json", $$"""
            {
              "province": { "id": "JS", "name": { "chinese": "江苏省", "english": "Jiangsu" } },
              "cities": [{ "code": "NJ", "name": { "chinese": "南京", "english": "Nanjing" } }],
              "facilities": [{ "id": "NJ-01", "city": "NJ", "name": { "chinese": "一号", "english": "One" }, "rooms": [] }],
              "snmp": {
                {{notifications}}
                "credentials": { "open": { "version": "v2c", "community": "text:public" } },
                "devices": [{ "name": "ups-1", "location": "NJ-01", "address": "127.0.0.1:{{FreePort.Udp()}}", "credentials": "open", "profile": "rfc1628-ups", "ratedKilowatts": 10 }]
              }
            }
            """);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IReadingSink>(new ReadingTray());
        services.AddSnmpCollector(document, InventoryLoader.Load(document), ProfileLibrary.Load(ProfileLibrary.StandardFolder), _data.Path);
        document.ThrowIfFaulty();
        return services.BuildServiceProvider();
    }
}
