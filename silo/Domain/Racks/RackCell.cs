using DcOps.Domain.Alarms;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Units;

namespace DcOps.Domain.Racks;

/// <summary>A rack as one byte of the province's map: three bits of state, five bits of load.</summary>
public static class RackCell
{
    /// <summary>Load that is not known.</summary>
    public const int UnknownLoad = 31;

    const int LoadBits = 5;
    const int LoadMask = (1 << LoadBits) - 1;
    const double StepsOfFullLoad = 25;

    /// <summary>Of a rack of which nothing is known.</summary>
    public const byte Unknown = ((byte)RackCellState.NoData << LoadBits) | UnknownLoad;

    /// <param name="worst">The most urgent alarm that asks for attention; null when none does.</param>
    /// <param name="load">Power over provisioned power, kept in steps of 4 % up to 120 %; null when not known.</param>
    public static byte Of(Freshness freshness, ConditionCode condition, AlarmPriority? worst, Ratio? load)
    {
        var state = worst is { } priority ? (RackCellState)(byte)priority : RackCellState.Normal;
        // What a device says of itself is shown even where no rule made an alarm of it.
        if (condition == ConditionCode.Critical && state < RackCellState.Major)
            state = RackCellState.Major;
        else if (condition == ConditionCode.Warning && state < RackCellState.Minor)
            state = RackCellState.Minor;
        if (state == RackCellState.Normal && freshness != Freshness.Live)
            state = RackCellState.NoData;
        var steps = load is { } known ? (int)Math.Clamp(Math.Round(known.Value * StepsOfFullLoad), 0, UnknownLoad - 1) : UnknownLoad;
        return (byte)(((int)state << LoadBits) | steps);
    }

    public static RackCellState StateOf(byte cell) => (RackCellState)(cell >> LoadBits);

    /// <summary>Null when not known.</summary>
    public static Ratio? LoadOf(byte cell) => (cell & LoadMask) is var steps and not UnknownLoad ? new Ratio(steps / StepsOfFullLoad) : null;
}
