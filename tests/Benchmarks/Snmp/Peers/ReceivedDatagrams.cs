using System.Globalization;

namespace DcOps.Benchmarks.Snmp.Peers;

/// <summary>UDP datagrams that this machine's sockets have taken: of a peer that does not count its polls, two a poll, question and answer.</summary>
static class ReceivedDatagrams
{
    public static async Task<long> CountAsync()
    {
        var lines = await File.ReadAllLinesAsync("/proc/net/snmp");
        var udp = lines.Where(line => line.StartsWith("Udp: ", StringComparison.Ordinal)).Select(line => line.Split(' ')).ToArray();
        return long.Parse(udp[1][Array.IndexOf(udp[0], "InDatagrams")], CultureInfo.InvariantCulture);
    }
}
