using DcOps.Domain.Facilities;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Live.Sheets;

/// <summary>What a facility's coolant distribution units say together.</summary>
public static class LiquidFigures
{
    /// <summary>Whether some plant device has a coolant loop.</summary>
    public static bool HasLoops(FacilitySnapshot facility) => facility.PlantLatest.Any(IsLoop);

    /// <summary>Keys <c>liquid-heat</c>, <c>liquid-share</c> of the IT power, <c>liquid-pumps</c>, <c>liquid-ppue</c>, <c>liquid-leak</c>; none where nothing is cooled by liquid.</summary>
    public static Sheet PutLiquid(this Sheet sheet, FacilitySnapshot facility)
    {
        if (!HasLoops(facility))
            return sheet;

        var heat = SumOf(Quantity.CoolingPower, facility);
        return sheet
            .Put("liquid-heat", heat)
            .PutPercent("liquid-share", heat is { } liquid && facility.ItPower is { Watts: > 0 } it ? liquid / it : null)
            .Put("liquid-pumps", SumOf(Quantity.ActivePower, facility))
            .Put("liquid-ppue", facility.CoolantToday?.PartialPue, 4)
            .Put("liquid-leak", Leak(facility));
    }

    /// <summary>Of all units; null when one of them does not tell it now: a part of it would pass for the whole.</summary>
    static Power? SumOf(Quantity quantity, FacilitySnapshot facility)
    {
        var units = facility.PlantLatest.Where(IsLoop).Select(reading => reading.Point.Device).ToHashSet(StringComparer.Ordinal);
        var told = facility.PlantLatest.Where(reading => reading.Point.Quantity == quantity
            && reading.Point.Part == PartKind.Total && units.Contains(reading.Point.Device) && IsLive(reading, facility)).ToList();
        return told.Count == units.Count ? new Power(told.Sum(reading => reading.Value!.Value)) : null;
    }

    /// <summary>The worst of the leak ropes that are live; unknown when none is.</summary>
    static ConditionCode Leak(FacilitySnapshot facility)
    {
        var ropes = facility.PlantLatest.Where(reading => reading.Point is { Part: PartKind.Leak, Quantity: Quantity.Condition }).ToList();
        var wet = ropes.Where(rope => IsLive(rope, facility)).Select(rope => (ConditionCode)(byte)rope.Value!.Value).ToList();
        return wet.Contains(ConditionCode.Critical) ? ConditionCode.Critical
            : wet.Contains(ConditionCode.Warning) ? ConditionCode.Warning
            : wet.Count == ropes.Count && wet.Count > 0 && wet.TrueForAll(code => code == ConditionCode.Ok) ? ConditionCode.Ok
            : ConditionCode.Unknown;
    }

    static bool IsLoop(Reading reading) => reading.Point is { Part: PartKind.Loop, Quantity: Quantity.ReturnTemperature };

    static bool IsLive(Reading reading, FacilitySnapshot facility) =>
        PointTable.IsUsable(reading) && reading.ObservedAt >= facility.At - RoomState.UsualPromisedAge;
}
