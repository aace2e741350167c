using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace DcOps.Benchmarks.Snmp.Peers;

/// <summary>
/// collectd with its snmp plugin and no writer: one GET of all numbers a host an interval, which is the least it can be asked to do.
/// Polls are what the agents answered.
/// </summary>
static class Collectd
{
    const int Hosts = CollectorPolls.Devices;

    public static Task<Trial> RunAsync(int seconds) => RunAsync(seconds, "");

    /// <summary>The same with what it writes to disk itself, a file for each host and day.</summary>
    public static Task<Trial> RunToDiskAsync(int seconds) => RunAsync(seconds, "LoadPlugin csv\n<Plugin csv>\n  DataDir \"{0}/csv\"\n  StoreRates false\n</Plugin>\n");

    static async Task<Trial> RunAsync(int seconds, string writer)
    {
        var folder = Directory.CreateTempSubdirectory("dcops-collectd-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "types.db"), "rpdu " + string.Join(
            ", ", Objects.Numbers.Append(Objects.SysUpTime).Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"v{index}:GAUGE:U:U"))) + "\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "collectd.conf"), Configuration(folder) + writer.Replace("{0}", folder, StringComparison.Ordinal));
        using var process = Child.Start("/usr/sbin/collectd", "-f", "-C", Path.Combine(folder, "collectd.conf")).DropOutput();
        try
        {
            // Sessions to all hosts are opened in the first seconds.
            await Task.Delay(TimeSpan.FromSeconds(8), TimeProvider.System);
            var (cpu, started) = (Machine.CpuOf(process), Stopwatch.GetTimestamp());
            var before = await ReceivedDatagrams.CountAsync();
            await Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System);
            var polls = (await ReceivedDatagrams.CountAsync() - before) / 2;
            return new(polls, Stopwatch.GetElapsedTime(started).TotalSeconds, Machine.CpuOf(process) - cpu);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    static string Configuration(string folder)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"""
            Hostname "benchmark"
            FQDNLookup false
            BaseDir "{folder}"
            PIDFile "{folder}/pid"
            PluginDir "/usr/lib/collectd"
            TypesDB "{folder}/types.db"
            Interval {CollectorPolls.Interval.TotalSeconds:0}
            ReadThreads 8
            LoadPlugin snmp
            <Plugin snmp>
              <Data "all">
                Type "rpdu"
                Table false
                Values {string.Join(' ', Objects.Numbers.Append(Objects.SysUpTime).Select(name => $"\"{name}\""))}
              </Data>

            """));
        for (var host = 0; host < Hosts; host++)
            text.AppendLine(CultureInfo.InvariantCulture, $"<Host \"d{host}\">\nAddress \"{Agents.AddressOf(host)}\"\nVersion 2\nCommunity \"public\"\nCollect \"all\"\nInterval {CollectorPolls.Interval.TotalSeconds:0}\n</Host>");
        return text.AppendLine("</Plugin>").ToString();
    }
}
