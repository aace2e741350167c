using DcOps.Domain.Telemetry;
using DcOps.Domain.Units;

namespace DcOps.Domain.Metering;

/// <summary>The energy meters of one location, one per device that reports energy or power.</summary>
sealed class MeterTable
{
    EnergyMeter[] _meters;

    public MeterTable() => _meters = [];

    public MeterTable(ImmutableArray<EnergyMeter> saved) => _meters = [.. saved];

    public int Count => _meters.Length;

    public ReadOnlySpan<EnergyMeter> All => _meters;

    /// <summary>Instant up to which every meter was read; the end of time when there is none.</summary>
    public DateTimeOffset ReadThrough
    {
        get
        {
            var through = DateTimeOffset.MaxValue;
            foreach (ref readonly var meter in All)
                through = meter.At < through ? meter.At : through;
            return through;
        }
    }

    public ImmutableArray<EnergyMeter> Save() => [.. _meters];

    /// <summary>Reads a device's total register; what it completes is in <paramref name="pieces"/>.</summary>
    /// <returns>False when the position is implausible: the last good one stands.</returns>
    public bool Read(in Reading position, RegisterTraits traits, PointTable points, EnergyPieces pieces)
    {
        ref var meter = ref Of(position.Point.Device);
        meter = meter.Read(
            position, traits, EvidenceOf(points, position.Point.Device, traits), PowerOf(points, position), pieces, out var verdict);
        return verdict != RegisterVerdict.Rejected;
    }

    /// <summary>Takes a sample of a device's power, for the device that has no register.</summary>
    public void Sample(in Reading power, EnergyPieces pieces)
    {
        ref var meter = ref Of(power.Point.Device);
        meter = meter.Sample(new Power(power.Value!.Value), power.ObservedAt, pieces);
    }

    /// <summary>Forgets the meters that were last read before.</summary>
    public void Forget(DateTimeOffset before)
    {
        if (Array.Exists(_meters, meter => meter.At < before))
            _meters = [.. _meters.Where(meter => meter.At >= before)];
    }

    static Power? PowerOf(PointTable points, in Reading position) =>
        points.TryTotal(position.Point.Device, Quantity.ActivePower, out var power)
        && PointTable.IsUsable(power)
        && (position.ObservedAt - power.ObservedAt).Duration() <= EnergyRegister.LongestEstimate
            ? new Power(power.Value!.Value)
            : null;

    static RegisterEvidence EvidenceOf(PointTable points, string device, RegisterTraits traits)
    {
        DateTimeOffset? marker = points.TryTotal(device, Quantity.RegisterResetAt, out var reset) && PointTable.IsUsable(reset)
            && reset.Value is >= 0 and <= 253_402_300_799
            ? DateTimeOffset.UnixEpoch.AddSeconds(reset.Value.Value)
            : null;
        DateTimeOffset? restarted = traits.IsVolatile
            && points.TryTotal(device, Quantity.Uptime, out var uptime) && PointTable.IsUsable(uptime)
            && uptime.Value is >= 0 and < 3_000_000_000
            ? uptime.ObservedAt.AddSeconds(-uptime.Value.Value)
            : null;
        return new(marker, restarted);
    }

    ref EnergyMeter Of(string device)
    {
        for (var index = 0; index < _meters.Length; index++)
        {
            if (_meters[index].Device == device)
                return ref _meters[index];
        }

        Array.Resize(ref _meters, _meters.Length + 1);
        _meters[^1] = EnergyMeter.Of(device);
        return ref _meters[^1];
    }
}
