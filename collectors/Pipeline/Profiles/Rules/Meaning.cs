using DcOps.Collectors.Pipeline.Profiles.Units;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>What a raw value is once its kind is known.</summary>
sealed record Meaning(Quantity Quantity, ValueRange Limits)
{
    /// <summary>Where another object chooses the unit, the one that holds when it is silent; null when there is none, and for conditions.</summary>
    public UnitScale? Scale { get; init; }

    /// <summary>Code to unit, of units that fit the quantity; null where the unit is fixed.</summary>
    public CodeTable<UnitScale>? ScaleByUnit { get; init; }

    /// <summary>Not null exactly for conditions.</summary>
    public CodeTable<ConditionCode>? States { get; init; }

    /// <summary>Whether the states' codes are bits: none set is ok, of several the worst counts.</summary>
    public bool AreFlags { get; init; }

    /// <summary>Not null exactly for energy registers.</summary>
    public RegisterRule? Register { get; init; }

    /// <summary>Null where the rule's own part holds.</summary>
    public PartRef? Part { get; init; }

    /// <summary>Kind of the part whose number the row gives; null where the rule's own holds.</summary>
    public PartKind? RowPart { get; init; }

    /// <summary>Of a condition; a code of which nothing is said is an unknown condition.</summary>
    public double ConditionOf(in RawValue raw)
    {
        if (AreFlags && raw.Kind == RawKind.Number)
            return (double)States!.OfBits(raw.Number).DefaultIfEmpty(ConditionCode.Ok).MaxBy(Rank);
        return (double)(States!.TryGet(raw, out var condition) ? condition : ConditionCode.Unknown);
    }

    /// <param name="unitCode">What the unit object says; null when it says nothing or there is none.</param>
    public UnitScale? ScaleOf(RawValue? unitCode) =>
        ScaleByUnit is null || unitCode is not { } code ? Scale
        : ScaleByUnit.TryGet(code, out var chosen) ? chosen
        : null;

    /// <summary>Which of two conditions is the worse: unknown is worse than ok, since a silent sensor says nothing of its part.</summary>
    public static int Rank(ConditionCode condition) => condition switch
    {
        ConditionCode.Critical => 4,
        ConditionCode.Warning => 3,
        ConditionCode.Unknown => 2,
        _ => 1,
    };
}
