using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace DcOps.Benchmarks.Snmp.Peers;

/// <summary>prometheus-snmp-exporter, asked over HTTP for one device after the other by 32 clients.</summary>
static class Exporter
{
    const int Port = 19_116;
    const int Clients = 32;
    const int Devices = 2_000;

    const string Community = """
          version: 2
          max_repetitions: 50
          auth:
            community: public
        """;

    const string User = $"""
          version: 3
          max_repetitions: 50
          auth:
            username: {UserAgents.UserName}
            security_level: authPriv
            auth_protocol: SHA256
            password: {UserAgents.AuthenticationPassword}
            priv_protocol: AES
            priv_password: {UserAgents.PrivacyPassword}
        """;

    public static Task<Trial> RunAsync(int seconds) => RunAsync(seconds, Devices, Community);

    /// <summary>SNMPv3 with SHA-256 and AES-128.</summary>
    public static Task<Trial> RunUserAsync(int seconds) => RunAsync(seconds, UserAgents.Devices, User);

    static async Task<Trial> RunAsync(int seconds, int devices, string security)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Configuration(security));
        using var process = Child.Start(
            "prometheus-snmp-exporter",
            $"--config.file={file}",
            string.Create(CultureInfo.InvariantCulture, $"--web.listen-address=127.0.0.1:{Port}"),
            "--log.level=error").PassErrors();
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
            using var client = new HttpClient();
            var (polls, cpu, started) = (0L, Machine.CpuOf(process), Stopwatch.GetTimestamp());
            await Task.WhenAll(Enumerable.Range(0, Clients).Select(async worker =>
            {
                for (var device = worker; Stopwatch.GetElapsedTime(started).TotalSeconds < seconds; device = (device + Clients) % devices)
                {
                    var answer = await client.GetStringAsync(new Uri(string.Create(
                        CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/snmp?module=bench&target={Agents.AddressOf(device)}")));
                    if (answer.Contains("c20{", StringComparison.Ordinal))
                        Interlocked.Increment(ref polls);
                }
            }));
            return new(polls, Stopwatch.GetElapsedTime(started).TotalSeconds, Machine.CpuOf(process) - cpu);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            File.Delete(file);
        }
    }

    static string Configuration(string security)
    {
        var text = new StringBuilder($"""
            bench:
              walk:
              - {Objects.Root}
            {security}
              metrics:

            """);
        for (var column = 0; column < Objects.Columns.Length; column++)
        {
            var name = Objects.Columns[column].Column;
            var type = name.StartsWith($"{Objects.Root}.2.1.", StringComparison.Ordinal) || name == $"{Objects.Root}.10.2.2.1.3" ? "DisplayString" : "gauge";
            text.AppendLine(CultureInfo.InvariantCulture, $"  - name: c{column}\n    oid: {name}\n    type: {type}\n    help: one column\n    indexes:\n    - labelname: row\n      type: gauge");
        }

        return text.ToString();
    }
}
