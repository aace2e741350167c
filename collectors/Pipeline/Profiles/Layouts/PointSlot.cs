using DcOps.Collectors.Pipeline.Profiles.Rules;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Layouts;

/// <summary>
/// A point of the device, and what speaks for it: of several objects the first in the profile's order that has a value
/// counts; of conditions the worst.
/// </summary>
/// <param name="Sources">As they were found; never empty.</param>
readonly record struct PointSlot(PartRef Part, Quantity Quantity, ImmutableArray<SlotSource> Sources)
{
    /// <summary>The source that counts.</summary>
    public SlotSource Winner(ReadOnlySpan<FoundValue> found)
    {
        var winner = Sources[0];
        for (var next = 1; next < Sources.Length; next++)
            winner = Quantity == Quantity.Condition ? Worse(winner, Sources[next], found) : Prefer(winner, Sources[next], found);
        return winner;
    }

    public bool Equals(PointSlot other) =>
        Part == other.Part && Quantity == other.Quantity && Sources.AsSpan().SequenceEqual(other.Sources.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Part, Quantity, Sources.Length);

    static SlotSource Prefer(SlotSource left, SlotSource right, ReadOnlySpan<FoundValue> found)
    {
        var (first, second) = left.Order <= right.Order ? (left, right) : (right, left);
        // Two registers never stand in for each other: to jump between them would look like consumption.
        return found[first.Index].Value is null && found[second.Index].Value is not null && !first.IsRegister ? second : first;
    }

    // Unknown is worse than ok: a part of which one sensor is silent is not known to be well.
    static SlotSource Worse(SlotSource left, SlotSource right, ReadOnlySpan<FoundValue> found) =>
        Rank(found[left.Index].Value) >= Rank(found[right.Index].Value) ? left : right;

    static int Rank(double? condition) => condition is { } code ? Meaning.Rank((ConditionCode)code) : 0;
}
