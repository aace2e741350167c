namespace DcOps.Collectors.Snmp.Polling;

/// <summary>Names the devices whose polls take longest, so that a graph shows them without a series for every device.</summary>
sealed class SlowestDevices : IDisposable
{
    public const int Named = 10;
    static readonly TimeSpan Every = TimeSpan.FromSeconds(15);
    readonly ImmutableArray<PolledDevice> _devices;
    readonly ITimer _timer;
    HashSet<string> _shown = [];

    public SlowestDevices(ImmutableArray<PolledDevice> devices, TimeProvider time)
    {
        _devices = devices;
        _timer = time.CreateTimer(_ => Show(), null, Every, Every);
    }

    public void Dispose()
    {
        _timer.Dispose();
        foreach (var device in _shown)
            SnmpMetrics.SlowestDevices.RemoveLabelled(device);
    }

    void Show()
    {
        var slowest = new PriorityQueue<PolledDevice, TimeSpan>(Named + 1);
        foreach (var device in _devices)
        {
            if (device.PollTook is not { } took)
                continue;
            slowest.Enqueue(device, took);
            if (slowest.Count > Named)
                slowest.Dequeue();
        }

        var shown = new HashSet<string>(StringComparer.Ordinal);
        while (slowest.TryDequeue(out var device, out var took))
        {
            var name = device.Device.ToString();
            shown.Add(name);
            SnmpMetrics.SlowestDevices.WithLabels(name).Set(took.TotalSeconds);
        }

        foreach (var gone in _shown.Except(shown))
            SnmpMetrics.SlowestDevices.RemoveLabelled(gone);
        _shown = shown;
    }
}
