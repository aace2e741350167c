using DcOps.Domain.History;
using DcOps.Domain.Topology;

namespace DcOps.History.Influx;

/// <summary>
/// A meter reading as a point. Points stand on whole seconds and the rest of the instant in a field: of two readings of one meter
/// within a second the one written last is kept.
/// </summary>
static class MeterReadingPoint
{
    public static void Write(LineWriter line, MeterReading row)
    {
        line.Measurement(Schema.MeterReading)
            .Tag(Schema.Facility, row.Facility.Value).Tag(Schema.Meter, row.Meter)
            .Field(Schema.Known, PointLines.Bits(
                row.Position is not null, row.Serial is not null, row.ResetMarker is not null, row.RestartedAt is not null,
                row.Watts is not null))
            .Field(Schema.TicksOfSecond, row.At.UtcTicks % TimeSpan.TicksPerSecond);
        if (row.Position is { } position)
            line.Field(Schema.Position, position);
        if (row.Serial is { } serial)
            line.Field(Schema.Serial, serial);
        if (row.ResetMarker is { } reset)
            line.Field(Schema.ResetTicks, reset.UtcTicks);
        if (row.RestartedAt is { } restarted)
            line.Field(Schema.RestartTicks, restarted.UtcTicks);
        if (row.Watts is { } watts)
            line.Field(Schema.Watts, watts);
        line.End(row.At.ToUnixTimeSeconds());
    }

    public static MeterReading Read(FacilityId facility, InfluxRow row) => new(
        facility, row.Text(Schema.Meter), row.Time.AddTicks(row.Whole(Schema.TicksOfSecond)),
        row.Knows(0) ? row.Real(Schema.Position) : null, row.Knows(1) ? row.Text(Schema.Serial) : null,
        row.Knows(2) ? Instant(row.Whole(Schema.ResetTicks)) : null, row.Knows(3) ? Instant(row.Whole(Schema.RestartTicks)) : null,
        row.Knows(4) ? row.Real(Schema.Watts) : null);

    static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);
}
