using DcOps.Domain.Topology;

namespace DcOps.Simulator.Devices;

/// <summary>A device that measures <typeparamref name="TMeasure"/> afresh each time it is asked, unless it is stuck.</summary>
public abstract class MeasuringDevice<TMeasure>(Location location, string name, ulong seed) : SimulatedDevice(location, name, seed)
    where TMeasure : class
{
    TMeasure? _stuck;

    public override bool IsStuck
    {
        get => Volatile.Read(ref _stuck) is not null;
        set => Volatile.Write(ref _stuck, value ? _stuck ?? Measure() : null);
    }

    /// <summary>What the device says now: the last measure before it got stuck, or a fresh one.</summary>
    public TMeasure Measured => Volatile.Read(ref _stuck) ?? Measure();

    protected abstract TMeasure Measure();
}
