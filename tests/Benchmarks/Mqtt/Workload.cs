using System.Globalization;
using System.Text.Json;

namespace DcOps.Benchmarks.Mqtt;

/// <summary>What is published, and what the generator said of it.</summary>
/// <param name="Rate">Messages a second; 0 is as many as the broker takes.</param>
sealed record Workload(int Racks, int Rate, int Seconds, int QualityOfService, string Style = "json")
{
    /// <summary>Starts the generator; what it printed when it ended.</summary>
    public async Task<(long Sent, double Seconds)> PublishAsync(string tools, int port)
    {
        using var generator = Child.Start(
            Path.Combine(tools, "mqttload"), "-p", Text(port), "-R", Text(Racks), "-r", Text(Rate), "-d", Text(Seconds), "-q", Text(QualityOfService),
            "-s", Style, "--ts-unit", "ms", "-c", "8");
        using var said = JsonDocument.Parse(await generator.LastLineAsync());
        return (said.RootElement.GetProperty("sent").GetInt64(), said.RootElement.GetProperty("elapsed_s").GetDouble());
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
