using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>One object of a device, as a profile's file writes it: a scalar, or a column of a table.</summary>
sealed class PointEntry
{
    /// <summary>The object's name in its MIB, for people.</summary>
    [MinLength(1)]
    public required string Object { get; init; }

    public required string Address { get; init; }

    /// <summary>Absent when <see cref="Kinds"/> choose it.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>Unit of raw × scale; absent for conditions. With <see cref="UnitBy"/>: the unit when that object is silent.</summary>
    public string? Unit { get; init; }

    public double Scale { get; init; } = 1;

    /// <summary>Of a scalar: <c>total</c> or part and number, as in <c>battery-1</c>. Of a column: the part's kind, when not the table's.</summary>
    public string? Part { get; init; }

    /// <summary>Of a column: added to the part's number beside the table's own offset.</summary>
    [Range(0, 60_000)]
    public int Offset { get; init; }

    public PollCadence Cadence { get; init; }

    /// <summary>Raw numbers that mean "not available".</summary>
    public double[] Absent { get; init; } = [];

    /// <summary>Raw numbers below this mean "not available".</summary>
    public double? AbsentBelow { get; init; }

    /// <summary>Raw numbers above this mean "not available".</summary>
    public double? AbsentAbove { get; init; }

    /// <summary>Whether the sign of the raw number is no part of the value: it tells leading from lagging, not direction.</summary>
    public bool Magnitude { get; init; }

    /// <summary>Every one must hold for the value to be one, where the device has the object.</summary>
    public ConditionEntry[] Valid { get; init; } = [];

    /// <summary>Present when the count is split over two objects; <see cref="Address"/> is the lower part's.</summary>
    public HighEntry? High { get; init; }

    public ScaleEntry[] ScaleBy { get; init; } = [];

    public UnitByEntry? UnitBy { get; init; }

    public KindByEntry? KindBy { get; init; }

    /// <summary>By code of <see cref="KindBy"/>; a code that is not among them is no point.</summary>
    public Dictionary<string, KindEntry>? Kinds { get; init; }

    /// <summary>Raw code to condition.</summary>
    public CodeMap? States { get; init; }

    /// <summary>Whether the codes of <see cref="States"/> are bits: none set is ok, of several the worst counts.</summary>
    public bool Flags { get; init; }

    /// <summary>Present when the device writes its value as text.</summary>
    public TextForm? Text { get; init; }

    /// <summary>Forms of a text date, tried in order.</summary>
    public string[] DateFormats { get; init; } = [];

    /// <summary>Plausible values in the canonical unit, lowest and highest.</summary>
    public double[]? Limits { get; init; }

    /// <summary>Values that are shown and doubted, in the canonical unit, from the lowest to below the highest.</summary>
    public double[]? Doubtful { get; init; }

    public RegisterEntry? Register { get; init; }

    /// <summary>Counts only when an earlier object of the same point has no value.</summary>
    public bool Fallback { get; init; }

    /// <summary>The entry as a quirk has it.</summary>
    public PointEntry With(QuirkEntry quirk) => new()
    {
        Object = Object,
        Address = Address,
        Quantity = Quantity,
        Unit = quirk.Unit ?? Unit,
        Scale = quirk.Scale ?? Scale,
        Part = Part,
        Offset = Offset,
        Cadence = Cadence,
        Absent = quirk.Absent ?? Absent,
        AbsentBelow = AbsentBelow,
        AbsentAbove = AbsentAbove,
        Magnitude = Magnitude,
        Valid = Valid,
        High = High,
        ScaleBy = ScaleBy,
        UnitBy = UnitBy,
        KindBy = KindBy,
        Kinds = Kinds,
        States = quirk.States ?? States,
        Flags = Flags,
        Text = Text,
        DateFormats = DateFormats,
        Limits = quirk.Limits ?? Limits,
        Doubtful = Doubtful,
        Register = Register,
        Fallback = Fallback,
    };
}
