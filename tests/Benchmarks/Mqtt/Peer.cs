using System.Globalization;

namespace DcOps.Benchmarks.Mqtt;

/// <summary>collectd's mqtt plugin, from Debian: subscribes, parses a value list of eight, and has nowhere to store it.</summary>
static class Peer
{
    public const string Program = "/usr/sbin/collectd";

    public static Child Start(int port)
    {
        var folder = Directory.CreateTempSubdirectory("dcops-collectd-").FullName;
        File.WriteAllText(Path.Combine(folder, "types.db"), "telemetry a:GAUGE:U:U, b:GAUGE:U:U, c:GAUGE:U:U, d:GAUGE:U:U, e:GAUGE:U:U, f:GAUGE:U:U, g:GAUGE:U:U, h:GAUGE:U:U\n");
        File.WriteAllText(Path.Combine(folder, "collectd.conf"), string.Create(CultureInfo.InvariantCulture, $"""
            BaseDir "{folder}"
            PIDFile "{folder}/pid"
            TypesDB "{folder}/types.db"
            Interval 10
            PostCacheChain "end"
            <Chain "end">
              <Target "stop">
              </Target>
            </Chain>
            LoadPlugin mqtt
            <Plugin mqtt>
              <Subscribe "load">
                Host "127.0.0.1"
                Port {port}
                ClientId "peer"
                QoS 0
                Topic "collectd/#"
                CleanSession true
              </Subscribe>
            </Plugin>

            """));
        return Child.Start("/bin/sh", "-c", $"echo READY >&2; sleep 1; exec {Program} -f -C {folder}/collectd.conf");
    }
}
