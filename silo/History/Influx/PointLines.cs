using System.Text;
using DcOps.Domain.Facilities;
using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;

namespace DcOps.History.Influx;

/// <summary>A batch as lines, one per row, timestamps in seconds. A row that line protocol cannot carry is left out and named.</summary>
sealed class PointLines
{
    readonly LineWriter _lines = new();
    readonly List<int> _starts = [];
    readonly List<string> _unfit = [];

    PointLines()
    {
    }

    public int Count => _starts.Count;

    /// <summary>Rows left out: what each was, and why.</summary>
    public IReadOnlyList<string> Unfit => _unfit;

    public static PointLines Of(HistoryBatch batch)
    {
        var lines = new PointLines();
        foreach (var row in batch.RackMinutes)
            lines.Add(row, Write);
        foreach (var row in batch.FacilityMinutes)
            lines.Add(row, Write);
        foreach (var row in batch.Intervals)
            lines.Add(row, Write);
        foreach (var row in batch.MeterReadings)
            lines.Add(row, MeterReadingPoint.Write);
        return lines;
    }

    /// <summary>Lines from <paramref name="first"/> on, <paramref name="count"/> of them.</summary>
    public ReadOnlyMemory<byte> Slice(int first, int count)
    {
        var end = first + count < _starts.Count ? _starts[first + count] : _lines.Length;
        return _lines.Written[_starts[first]..end];
    }

    public string Text(int line) => Encoding.UTF8.GetString(Slice(line, 1).Span).TrimEnd();

    void Add<TRow>(TRow row, Action<LineWriter, TRow> write)
        where TRow : notnull
    {
        var start = _lines.Length;
        try
        {
            write(_lines, row);
            _starts.Add(start);
        }
        catch (ArgumentException fault)
        {
            _lines.Truncate(start);
            _unfit.Add($"{row}: {fault.Message}");
        }
    }

    static void Write(LineWriter line, RackMinute row)
    {
        line.Measurement(Schema.RackMinute)
            .Tag(Schema.Facility, row.Rack.Facility.Value).Tag(Schema.Rack, row.Rack.RackCode).Tag(Schema.Room, row.Rack.Room.RoomCode)
            .Field(Schema.Known, Bits(row.Power is not null, row.InletTemperature is not null, row.Energy is not null))
            .Field(Schema.Quality, (long)row.Quality);
        Schema.Power.Write(line, row.Power);
        Schema.Inlet.Write(line, row.InletTemperature);
        if (row.Energy is { } energy)
            line.Field(Schema.Energy, energy.WattHours);
        line.End(row.Minute.ToUnixTimeSeconds());
    }

    static void Write(LineWriter line, FacilityMinute row)
    {
        line.Measurement(Schema.FacilityMinute)
            .Tag(Schema.Facility, row.Facility.Value)
            .Field(Schema.Known, Bits(
                row.TotalPower is not null, row.ItPower is not null, row.CoolingPower is not null, row.OutdoorTemperature is not null))
            .Field(Schema.RacksLive, (long)row.RacksLive);
        Schema.TotalPower.Write(line, row.TotalPower);
        Schema.ItPower.Write(line, row.ItPower);
        Schema.CoolingPower.Write(line, row.CoolingPower);
        if (row.OutdoorTemperature is { } outdoor)
            line.Field(Schema.OutdoorTemperature, outdoor);
        line.End(row.Minute.ToUnixTimeSeconds());
    }

    static void Write(LineWriter line, FacilityInterval row)
    {
        line.Measurement(Schema.FacilityInterval)
            .Tag(Schema.Facility, row.Facility.Value).Tag(Schema.Role, KebabCase.Of(row.Role))
            .Field(Schema.Known, Bits(row.Energy is not null))
            .Field(Schema.Complete, row.IsComplete ? 1L : 0L)
            .Field(Schema.Estimated, row.Estimated.WattHours)
            .Field(Schema.MetersExpected, (long)row.MetersExpected)
            .Field(Schema.MetersKnown, (long)row.MetersKnown)
            .Field(Schema.Quality, (long)row.Quality);
        if (row.Energy is { } energy)
            line.Field(Schema.Energy, energy.WattHours);
        line.End(row.From.ToUnixTimeSeconds());
    }

    internal static long Bits(params ReadOnlySpan<bool> known)
    {
        var bits = 0L;
        for (var index = 0; index < known.Length; index++)
            bits |= known[index] ? 1L << index : 0;
        return bits;
    }
}
