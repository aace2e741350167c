using System.Globalization;

namespace DcOps.Benchmarks.Snmp;

/// <summary>What one more device costs in memory, once every one has been polled twice.</summary>
static class MemoryPerDevice
{
    public static async Task PrintAsync(int devices)
    {
        await using var agents = await Agents.StartAsync(devices);
        // The runtime, the profiles and the code of a poll are there already in a collector of ten.
        await MeasureAsync(10);
        var (heap, resident) = await MeasureAsync(devices);
        Console.WriteLine("devices | answered twice | managed memory a device | resident memory a device, all of the process counted");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{devices} | yes | {heap / 1024.0 / devices:0.0} KB | {resident / 1024.0 / devices:0.0} KB"));
    }

    static async Task<(long Heap, long Resident)> MeasureAsync(int devices)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var sink = new CountingSink();
        using var collector = Collectors.Of(devices, TimeSpan.FromSeconds(20), sink);
        await collector.StartAsync(CancellationToken.None);
        while (collector.Devices.Any(device => device.Answered < 2))
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        var resident = Machine.Resident();
        var heap = GC.GetTotalMemory(forceFullCollection: true) - before;
        await collector.StopAsync(CancellationToken.None);
        return (heap, resident);
    }
}
