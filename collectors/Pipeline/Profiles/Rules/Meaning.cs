using System.Collections.Frozen;
using DcOps.Collectors.Pipeline.Profiles.Units;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>What a raw value is once its kind is known.</summary>
sealed record Meaning(Quantity Quantity, ValueRange Limits)
{
    /// <summary>Where another object chooses the unit, the one that holds when it is silent; null when there is none, and for conditions.</summary>
    public Scale? Scale { get; init; }

    /// <summary>Raw code to scale, of units that fit the quantity; null where the unit is fixed.</summary>
    public FrozenDictionary<double, Scale>? ScaleByUnit { get; init; }

    /// <summary>Not null exactly for conditions.</summary>
    public FrozenDictionary<double, ConditionCode>? States { get; init; }

    /// <summary>Not null exactly for energy registers.</summary>
    public RegisterRule? Register { get; init; }

    /// <summary>Null where the rule's own part holds.</summary>
    public PartRef? Part { get; init; }

    /// <summary>The canonical value; null when it cannot be known.</summary>
    /// <param name="unitCode">What the unit object says; null when it says nothing or there is none.</param>
    public double? Convert(double raw, double? unitCode)
    {
        if (States is not null)
            return (double)States.GetValueOrDefault(raw, ConditionCode.Unknown);

        return ScaleOf(unitCode) is { } scale && scale.Apply(raw) is var value && double.IsFinite(value) ? value : null;
    }

    public Scale? ScaleOf(double? unitCode) =>
        ScaleByUnit is null || unitCode is null ? Scale
        : unitCode is { } code && ScaleByUnit.TryGetValue(code, out var chosen) ? chosen
        : null;
}
