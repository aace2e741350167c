using System.Globalization;
using System.Text.Json;

namespace DcOps.Benchmarks.Mqtt;

/// <summary>One candidate behind one broker.</summary>
/// <param name="Subscriber">Starts it; says READY on its errors when it is subscribed.</param>
/// <param name="EndsByInput">Ends when its input is closed; else by itself.</param>
sealed record Trial(string Name, Workload Load, Func<int, Child> Subscriber, bool EndsByInput = false)
{
    public async Task PrintAsync(string tools)
    {
        using var broker = new BrokerUnderLoad();
        await broker.UntilListeningAsync();
        using var subscriber = Subscriber(broker.Port);
        await subscriber.UntilSaysAsync("READY");
        var warmed = 0L;
        if (EndsByInput)
        {
            // The first seconds of a .NET process are its compiler's; a service runs for months.
            warmed = (await (Load with { Rate = 20_000, Seconds = 3 }).PublishAsync(tools, broker.Port)).Sent;
            await SettleAsync(subscriber.Id);
        }

        var brokerBefore = broker.Cpu;
        var subscriberBefore = Machine.CpuOf(subscriber.Id);

        var (sent, seconds) = await Load.PublishAsync(tools, broker.Port);
        await SettleAsync(subscriber.Id);
        var cpu = Machine.CpuOf(subscriber.Id) - subscriberBefore;
        if (!EndsByInput)
            subscriber.Terminate();
        var brokerCpu = broker.Cpu - brokerBefore;
        var line = EndsByInput ? await subscriber.EndAsync() : await subscriber.LastLineAsync();
        var received = line.Length == 0 ? (long?)null : Received(line) - warmed;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {Name} | {Load.QualityOfService} | {sent / seconds:N0} | {Text(received / seconds)} | {Text(100.0 * (sent - received) / sent)} | {1e6 * cpu / (received ?? sent):0.0} | {1e6 * brokerCpu / sent:0.0} |"));
    }

    static string Text(double? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "not counted";

    static long Received(string line)
    {
        using var said = JsonDocument.Parse(line);
        return said.RootElement.GetProperty("received").GetInt64();
    }

    // Until it has worked off what is queued: half a second without using the processor.
    static async Task SettleAsync(int process)
    {
        for (var (idle, last) = (0, 0.0); idle < 2;)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System);
            if (!Directory.Exists($"/proc/{process}"))
                return;

            var now = Machine.CpuOf(process);
            idle = now - last < 0.03 ? idle + 1 : 0;
            last = now;
        }
    }
}
