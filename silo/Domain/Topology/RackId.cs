using System.Diagnostics.CodeAnalysis;

namespace DcOps.Domain.Topology;

/// <summary>One cabinet: <c>facility/room/rack</c>, as in <c>NJ-01/R01/A07</c>.</summary>
[GenerateSerializer, Immutable, Alias("RackId")]
public readonly record struct RackId
{
    RackId(string value) => Value = value;

    public RackId(RoomId room, string code)
        : this($"{room.Value}/{code}")
    {
        if (!Code.IsWellFormed(code))
            throw new FormatException($"'{code}' is not a rack code ({Code.Form}).");
    }

    [Id(0)]
    public string Value { get; private init; }

    public FacilityId Facility => FacilityId.Parse(Value[..Value.IndexOf('/', StringComparison.Ordinal)]);

    public RoomId Room => RoomId.Parse(Value[..Value.LastIndexOf('/')]);

    /// <summary>The rack's own part of the id.</summary>
    public string RackCode => Value[(Value.LastIndexOf('/') + 1)..];

    /// <exception cref="FormatException">The text is not of this form; the message quotes it.</exception>
    public static RackId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a rack id of the form facility/room/rack.");

    public static bool TryParse([NotNullWhen(true)] string? text, out RackId id)
    {
        id = default;
        if (text is null || text.LastIndexOf('/') is var slash && slash < 0)
            return false;

        if (RoomId.TryParse(text[..slash], out _) && Code.IsWellFormed(text.AsSpan(slash + 1)))
            id = new(text);
        return id != default;
    }

    public override string ToString() => Value;
}
