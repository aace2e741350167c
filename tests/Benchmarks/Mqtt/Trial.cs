using System.Globalization;

namespace DcOps.Benchmarks.Mqtt;

/// <summary>One candidate behind one broker.</summary>
/// <param name="Subscriber">Starts it; says READY on its errors when it is subscribed.</param>
/// <param name="CountsItself">Is told how many to expect, first to warm up, and says what it took; else it ends on SIGINT.</param>
sealed record Trial(string Name, Workload Load, Func<int, Child> Subscriber, bool CountsItself = false)
{
    public async Task PrintAsync(string tools)
    {
        using var broker = new BrokerUnderLoad();
        await broker.UntilListeningAsync();
        using var subscriber = Subscriber(broker.Port);
        await subscriber.UntilSaysAsync("READY");
        if (CountsItself)
        {
            // The first seconds of a .NET process are its compiler's; a service runs for months.
            await subscriber.TellAsync((await (Load with { Rate = 20_000, Seconds = 3 }).PublishAsync(tools, broker.Port)).Sent);
            await subscriber.UntilSaysAsync("WARM");
        }

        subscriber.DropErrors();
        var brokerBefore = broker.Cpu;
        var subscriberBefore = Machine.CpuOf(subscriber.Id);
        var (sent, seconds) = await Load.PublishAsync(tools, broker.Port);
        if (CountsItself)
            await subscriber.TellAsync(sent);
        else
            await SettleAsync(subscriber.Id);

        var cpu = CountsItself ? 0 : Machine.CpuOf(subscriber.Id) - subscriberBefore;
        if (!CountsItself)
            subscriber.Terminate();
        var said = Said.Of(await subscriber.LastLineAsync());
        var brokerCpu = broker.Cpu - brokerBefore;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {Name} | {Load.QualityOfService} | {sent / seconds:N0} | {Text(said?.Received / (said?.BusySeconds ?? seconds))} | {Text(100.0 * (sent - said?.Received) / sent)} | {1e6 * (said?.CpuSeconds ?? cpu) / (said?.Received ?? sent):0.0} | {1e6 * brokerCpu / sent:0.0} |"));
    }

    static string Text(double? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "not counted";

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
