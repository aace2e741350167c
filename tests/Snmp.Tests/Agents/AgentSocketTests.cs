using System.Net;
using DcOps.Collectors.Snmp.Agents;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Tests.Codec;

namespace DcOps.Collectors.Snmp.Tests.Agents;

/// <summary>net-snmp's own clients are the judges of what our agent answers.</summary>
public sealed class AgentSocketTests
{
    static readonly ObjectIdentifier Column = ObjectIdentifier.Parse("1.3.6.1.4.1.318.1.1.26.4.3.1.5");

    [Fact]
    public async Task Answers_the_get_of_net_snmp()
    {
        await using var agent = Agent(rows: 2);

        var printed = await NetSnmp.RunAsync("snmpget", agent.Address, "-v2c", "-c", "public", ".1.3.6.1.2.1.1.3.0", ".1.3.6.1.2.1.1.9.9.0");

        Assert.Equal(
            [".1.3.6.1.2.1.1.3.0 = Timeticks: (4200) 0:00:42.00", ".1.3.6.1.2.1.1.9.9.0 = No Such Instance currently exists at this OID"],
            printed);
    }

    [Theory]
    [InlineData("snmpwalk", "-v1")]
    [InlineData("snmpwalk", "-v2c")]
    [InlineData("snmpbulkwalk", "-v2c")]
    public async Task Is_walked_to_its_end_by_net_snmp(string program, string version)
    {
        await using var agent = Agent(rows: 500);

        var printed = await NetSnmp.RunAsync(program, agent.Address, version, "-c", "public", $".{Column}");

        Assert.Equal(Enumerable.Range(1, 500).Select(row => $".{Column}.{row} = Gauge32: {row * 10}"), printed);
    }

    [Fact]
    public void Refuses_what_does_not_fit_into_a_datagram_as_too_big()
    {
        var agent = new CommunityAgent("public", Objects(rows: 500)) { MaxResponseOctets = 484 };
        var names = Enumerable.Range(1, 100).Select(row => Column.Append((uint)row)).ToArray();

        var response = Ask(agent, Pdu.GetRequest(1, names));

        Assert.Equal(ErrorStatus.TooBig, response!.ErrorStatus);
        Assert.Empty(response.Variables);
    }

    [Fact]
    public void Does_not_answer_another_community()
    {
        var agent = new CommunityAgent("private", Objects(rows: 1));

        Assert.Null(Ask(agent, Pdu.GetRequest(1, Column.Append(1))));
    }

    static Pdu? Ask(CommunityAgent agent, Pdu request)
    {
        var response = new byte[65_507];
        var length = agent.Answer(Datagrams.Encode(SnmpVersion.V2c, "public", request), response);
        return length == 0 ? null : Datagrams.Decode(response.AsSpan(0, length)).Pdu;
    }

    static ObjectTree Objects(int rows) => new(
        Enumerable.Range(1, rows)
            .Select(row => (Column.Append((uint)row), (Func<ObjectSyntax>)(() => ObjectSyntax.Gauge32((uint)row * 10))))
            .Append((ObjectIdentifier.Parse("1.3.6.1.2.1.1.3.0"), () => ObjectSyntax.TimeTicks(4200)))
            .Append((ObjectIdentifier.Parse("1.3.6.1.6.3.10.2.1.1.0"), () => ObjectSyntax.OctetString("beyond"))));

    static AgentSocket Agent(int rows) => new(new(IPAddress.Loopback, 0), new CommunityAgent("public", Objects(rows)));
}
