using System.Globalization;
using DcOps.Domain.Topology;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Devices;

/// <summary>
/// What every played device has: a place and a name, a serial number, a moment at which its agent started, and the states
/// that faults put it in.
/// </summary>
public abstract class SimulatedDevice
{
    static readonly DateTimeOffset EarliestStart = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    readonly ulong _key;
    long _startedAtSeconds;
    bool _isSilent;

    protected SimulatedDevice(Location location, string name, ulong seed)
    {
        Location = location;
        Name = name;
        _key = SeededNoise.Key(seed, $"{location.Path}/{name}");
        StartedAt = EarliestStart.AddSeconds((long)SeededNoise.Between(SeededNoise.Key(_key, "start"), 0, 200 * 86_400));
    }

    public Location Location { get; }

    /// <summary>Unique at its location.</summary>
    public string Name { get; }

    /// <summary>When its agent started: sysUpTime counts from here.</summary>
    public DateTimeOffset StartedAt
    {
        get => DateTimeOffset.FromUnixTimeSeconds(Volatile.Read(ref _startedAtSeconds));
        set => Volatile.Write(ref _startedAtSeconds, value.ToUnixTimeSeconds());
    }

    /// <summary>How often the box was exchanged for another one; each has a serial number of its own.</summary>
    public int Exchanges { get; set; }

    public string Serial => string.Create(
        CultureInfo.InvariantCulture, $"ZA{2_600_000_000 + (SeededNoise.Key(_key, $"serial {Exchanges}") % 99_999_999)}");

    /// <summary>Whether it swallows every request and publishes nothing.</summary>
    public bool IsSilent
    {
        get => Volatile.Read(ref _isSilent);
        set => Volatile.Write(ref _isSilent, value);
    }

    /// <summary>Whether its measured values stand still while the device goes on answering.</summary>
    public abstract bool IsStuck { get; set; }

    /// <summary>Null for a device without an energy register.</summary>
    public virtual ServedRegister? Register => null;

    /// <summary>True energy of what the device meters since the model began, mJ; 0 for one without register.</summary>
    public virtual long TrueMillijoules => 0;

    /// <summary>When its register last started; null for a device that does not say.</summary>
    public DateTimeOffset? RegisterResetAt { get; set; }

    protected ulong Key => _key;
}
