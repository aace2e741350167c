using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms.Watching;

/// <summary>The three phases of one device at one instant, as far as they come in one batch.</summary>
public sealed class PhaseBalance(ImmutableArray<ImbalanceRule> rules, EquipmentRegister equipment) : IAlarmWatch
{
    public void Observe(AlarmBook book, Location location, ReadOnlySpan<Reading> readings, DateTimeOffset now)
    {
        if (rules.IsEmpty)
            return;

        foreach (ref readonly var reading in readings)
        {
            if (reading.Point is not { Quantity: Quantity.Current, Part: PartKind.Phase, Index: 1 })
                continue;

            var phases = new PhaseCurrents(
                ValueOf(reading), Find(readings, reading, 2), Find(readings, reading, 3),
                equipment.Of(location, reading.Point)?.RatedAmperes ?? 0);
            // A device of one phase has nothing to balance.
            if (phases is { Second: null, Third: null })
                continue;
            foreach (var rule in rules)
            {
                if (rule.Where.Covers(location))
                    book.Observe(rule, location, PointId.Total(reading.Point.Device, Quantity.Current), phases, reading.ObservedAt, now);
            }
        }
    }

    public void Sweep(AlarmBook book, DateTimeOffset now)
    {
    }

    static double? Find(ReadOnlySpan<Reading> readings, in Reading first, ushort index)
    {
        foreach (ref readonly var reading in readings)
        {
            if (reading.Point.Index == index && reading.Point is { Quantity: Quantity.Current, Part: PartKind.Phase }
                && reading.ObservedAt == first.ObservedAt && reading.Point.Device == first.Point.Device)
                return ValueOf(reading);
        }

        return null;
    }

    static double? ValueOf(in Reading reading) => PointTable.IsUsable(reading) ? reading.Value : null;
}
