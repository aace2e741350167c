using System.Runtime.InteropServices;
using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Layouts;

/// <summary>
/// What becomes of every value of a message of one shape. Polls of one device have the same shape for days, and devices of one
/// family mostly the same as each other: what an address means is worked out once for all of them, and a poll costs no look-up.
/// </summary>
sealed class AnswerLayout : IEquatable<AnswerLayout>
{
    /// <summary>Address and form of every value.</summary>
    public required ImmutableArray<(string Address, RawKind Kind)> Shape { get; init; }

    public required ImmutableArray<LayoutGuard> Guards { get; init; }

    /// <summary>Positions of the values that a later message may leave out.</summary>
    public required ImmutableArray<int> Remembered { get; init; }

    public required ImmutableArray<SettledPoint> Points { get; init; }

    public required ImmutableArray<RowSum> Sums { get; init; }

    /// <summary>Null when the device does not say how long it has been up.</summary>
    public required Neighbour? Uptime { get; init; }

    public required ImmutableArray<PointSlot> Slots { get; init; }

    /// <summary>Of <see cref="Slots"/>, those that an energy register may speak for.</summary>
    public required ImmutableArray<int> RegisterSlots { get; init; }

    /// <summary>Whether the message itself names a meter's serial number.</summary>
    public required bool SaysSerial { get; init; }

    /// <summary>Number of <see cref="FoundValue"/> that a message of this layout comes to.</summary>
    public int Findings => Points.Length + Sums.Length + 1;

    /// <summary>Whether the message is of this shape and says the same of units, kinds and scales.</summary>
    public bool Fits(ReadOnlySpan<RawValue> values)
    {
        var shape = Shape.AsSpan();
        if (values.Length != shape.Length)
            return false;

        for (var position = 0; position < shape.Length; position++)
        {
            if (values[position].Kind != shape[position].Kind || values[position].Address != shape[position].Address)
                return false;
        }

        foreach (ref readonly var guard in Guards.AsSpan())
        {
            if (!guard.Holds(values))
                return false;
        }

        return true;
    }

    /// <param name="found">Of <see cref="Findings"/> places: points, sums, uptime.</param>
    public void Read(ReadOnlySpan<RawValue> values, Device device, Span<FoundValue> found)
    {
        for (var point = 0; point < Points.Length; point++)
            found[point] = Points[point].Read(values, device);
        for (var sum = 0; sum < Sums.Length; sum++)
            found[Points.Length + sum] = Sums[sum].Of(found);
        found[Findings - 1] = Uptime?.NumberIn(values) is { } ticks ? new(ticks / 100, ReadingQuality.Good) : FoundValue.Unknown;
    }

    /// <summary>A reading for each slot, in their order.</summary>
    public ImmutableArray<Reading> Readings(string device, DateTimeOffset observedAt, ReadOnlySpan<FoundValue> found)
    {
        var readings = new Reading[Slots.Length];
        for (var slot = 0; slot < readings.Length; slot++)
        {
            ref readonly var point = ref Slots.AsSpan()[slot];
            ref readonly var value = ref found[point.Winner(found).Index];
            readings[slot] = new(PointOf(device, point.Part, point.Quantity), value.Value, observedAt, value.Quality);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(readings);
    }

    public static PointId PointOf(string device, Rules.PartRef part, Quantity quantity) => new(device, part.Kind, part.Number, quantity);

    public bool Equals(AnswerLayout? other) => other is not null
        && Shape.AsSpan().SequenceEqual(other.Shape.AsSpan()) && Guards.AsSpan().SequenceEqual(other.Guards.AsSpan())
        && Points.AsSpan().SequenceEqual(other.Points.AsSpan()) && Sums.AsSpan().SequenceEqual(other.Sums.AsSpan())
        && Uptime == other.Uptime && Slots.AsSpan().SequenceEqual(other.Slots.AsSpan())
        && Remembered.AsSpan().SequenceEqual(other.Remembered.AsSpan())
        && RegisterSlots.AsSpan().SequenceEqual(other.RegisterSlots.AsSpan()) && SaysSerial == other.SaysSerial;

    public override bool Equals(object? obj) => Equals(obj as AnswerLayout);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (address, kind) in Shape)
        {
            hash.Add(address, StringComparer.Ordinal);
            hash.Add(kind);
        }

        foreach (var point in Points)
            hash.Add(point);
        return hash.ToHashCode();
    }
}
