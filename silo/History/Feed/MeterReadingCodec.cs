using DcOps.Domain.History;
using DcOps.Domain.Topology;

namespace DcOps.History.Feed;

/// <summary>One meter reading as bytes.</summary>
static class MeterReadingCodec
{
    const long Nothing = long.MinValue;

    public static void Encode(MeterReading row, BinaryWriter output)
    {
        output.Write(row.Facility.Value);
        output.Write(row.Meter);
        output.Write(row.At.UtcTicks);
        output.Write(row.Position is not null);
        output.Write(row.Position ?? 0);
        output.Write(row.Serial is not null);
        output.Write(row.Serial ?? "");
        output.Write(row.ResetMarker?.UtcTicks ?? Nothing);
        output.Write(row.RestartedAt?.UtcTicks ?? Nothing);
        output.Write(row.Watts is not null);
        output.Write(row.Watts ?? 0);
    }

    public static MeterReading Decode(BinaryReader input) => new(
        FacilityId.Parse(input.ReadString()), input.ReadString(), new(input.ReadInt64(), TimeSpan.Zero), Number(input), Text(input),
        Instant(input), Instant(input), Number(input));

    static double? Number(BinaryReader input)
    {
        var isKnown = input.ReadBoolean();
        var value = input.ReadDouble();
        return isKnown ? value : null;
    }

    static string? Text(BinaryReader input)
    {
        var isKnown = input.ReadBoolean();
        var value = input.ReadString();
        return isKnown ? value : null;
    }

    static DateTimeOffset? Instant(BinaryReader input) =>
        input.ReadInt64() is var ticks && ticks == Nothing ? null : new(ticks, TimeSpan.Zero);
}
