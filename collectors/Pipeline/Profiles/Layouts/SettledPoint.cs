using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles.Rules;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Layouts;

/// <summary>A value of a message with its rule, its part, its unit and its scales: all of it but the value itself.</summary>
sealed class SettledPoint : IEquatable<SettledPoint>
{
    /// <summary>A power beyond this multiple of the device's rating is no power: UPSs carry 1.5 for a minute, nothing carries 2.</summary>
    const double MostOverload = 2;

    public required int Position { get; init; }

    public required PointRule Rule { get; init; }

    public required Meaning Meaning { get; init; }

    public required PartRef Part { get; init; }

    /// <summary>The meaning's, but at the air inlet.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>One for each validity rule.</summary>
    public required ImmutableArray<Neighbour> Validity { get; init; }

    public required Neighbour? High { get; init; }

    /// <summary>What the neighbours say of the scale; default when one of them does not say it.</summary>
    public required ImmutableArray<ScaleStep> Steps { get; init; }

    /// <summary>Null for conditions, and when the device does not say it.</summary>
    public required UnitScale? Unit { get; init; }

    /// <summary>Not null exactly for energy registers whose scale is known.</summary>
    public required RegisterForm? Register { get; init; }

    public FoundValue Read(ReadOnlySpan<RawValue> values, Device device)
    {
        if (ValueOf(values, device) is not { } value)
            return FoundValue.Unknown;

        var quality = !IsPossible(value, device) ? ReadingQuality.Bad
            : Rule.Doubtful?.Contains(value) == true ? ReadingQuality.Uncertain
            : ReadingQuality.Good;
        return new(value, quality);
    }

    public bool Equals(SettledPoint? other) => other is not null
        && Position == other.Position && ReferenceEquals(Rule, other.Rule) && ReferenceEquals(Meaning, other.Meaning)
        && Part == other.Part && Quantity == other.Quantity && High == other.High && ReferenceEquals(Unit, other.Unit)
        && Register == other.Register && Validity.AsSpan().SequenceEqual(other.Validity.AsSpan())
        && Steps.IsDefault == other.Steps.IsDefault && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as SettledPoint);

    public override int GetHashCode() => HashCode.Combine(Position, Part, Quantity, Rule.Order);

    // A sentinel, or one that a neighbour forbids, is no value.
    double? ValueOf(ReadOnlySpan<RawValue> values, Device device)
    {
        ref readonly var raw = ref values[Position];
        if ((raw.Kind == RawKind.Number && Rule.Absence.Means(raw.Number)) || !IsAllowed(values))
            return null;
        if (Meaning.States is not null)
            return Meaning.ConditionOf(raw);
        if (Unit is not { } unit || Steps.IsDefault)
            return null;

        var number = raw.Kind == RawKind.Number ? raw.Number : Rule.NumberOf(raw, device);
        if (High is { } high && number is { } low)
            number = Rule.High!.Join(low, high.NumberIn(values));
        if (number is not { } counted)
            return null;

        foreach (ref readonly var step in Steps.AsSpan())
            counted = step.Apply(counted);
        var value = unit.Canonical.Apply(counted);
        return double.IsFinite(value) ? value : null;
    }

    bool IsAllowed(ReadOnlySpan<RawValue> values)
    {
        for (var position = 0; position < Validity.Length; position++)
        {
            if (!Rule.Valid[position].Allows(Validity[position].Said(values)))
                return false;
        }

        return true;
    }

    bool IsPossible(double value, Device device) =>
        Meaning.Limits.Contains(value)
        && (Meaning.Quantity is not (Quantity.ActivePower or Quantity.ApparentPower or Quantity.ReactivePower)
            || Math.Abs(value) <= MostOverload * device.RatedWatts);
}
