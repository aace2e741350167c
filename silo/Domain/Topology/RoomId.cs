using System.Diagnostics.CodeAnalysis;

namespace DcOps.Domain.Topology;

/// <summary>One room of a facility: <c>facility/room</c>, as in <c>NJ-01/R01</c>.</summary>
[GenerateSerializer, Immutable, Alias("RoomId")]
public readonly record struct RoomId
{
    RoomId(string value) => Value = value;

    public RoomId(FacilityId facility, string code)
        : this($"{facility.Value}/{code}")
    {
        if (!Code.IsWellFormed(code))
            throw new FormatException($"'{code}' is not a room code ({Code.Form}).");
    }

    [Id(0)]
    public string Value { get; private init; }

    public FacilityId Facility => FacilityId.Parse(Value[..Value.IndexOf('/', StringComparison.Ordinal)]);

    /// <summary>The room's own part of the id.</summary>
    public string RoomCode => Value[(Value.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <exception cref="FormatException">The text is not of this form; the message quotes it.</exception>
    public static RoomId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a room id of the form facility/room.");

    public static bool TryParse([NotNullWhen(true)] string? text, out RoomId id)
    {
        id = default;
        if (text is null || text.IndexOf('/', StringComparison.Ordinal) is var slash && slash < 0)
            return false;

        if (Code.IsWellFormed(text.AsSpan(0, slash)) && Code.IsWellFormed(text.AsSpan(slash + 1)))
            id = new(text);
        return id != default;
    }

    public override string ToString() => Value;
}
