using DcOps.Domain.Facilities;
using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using static System.Runtime.InteropServices.ImmutableCollectionsMarshal;

namespace DcOps.History.Feed;

/// <summary>Batches as bytes in a spool file, whose own mark says which form they have.</summary>
static class BatchCodec
{
    public static void Encode(HistoryBatch batch, BinaryWriter output)
    {
        output.Write(batch.RackMinutes.Length);
        foreach (var row in batch.RackMinutes)
        {
            output.Write(row.Rack.Value);
            output.Write(row.Minute.UtcTicks);
            Write(output, row.Power);
            Write(output, row.InletTemperature);
            Write(output, row.Energy);
            output.Write((byte)row.Quality);
        }

        output.Write(batch.FacilityMinutes.Length);
        foreach (var row in batch.FacilityMinutes)
        {
            output.Write(row.Facility.Value);
            output.Write(row.Minute.UtcTicks);
            Write(output, row.TotalPower);
            Write(output, row.ItPower);
            Write(output, row.CoolingPower);
            output.Write(row.OutdoorTemperature is not null);
            output.Write(row.OutdoorTemperature ?? 0);
            output.Write(row.RacksLive);
        }

        output.Write(batch.Intervals.Length);
        foreach (var row in batch.Intervals)
        {
            output.Write(row.Facility.Value);
            output.Write((byte)row.Role);
            output.Write(row.From.UtcTicks);
            Write(output, row.Energy);
            output.Write(row.Estimated.WattHours);
            output.Write((byte)row.Quality);
            output.Write(row.MetersKnown);
            output.Write(row.MetersExpected);
        }

        output.Write(batch.MeterReadings.Length);
        foreach (var row in batch.MeterReadings)
            MeterReadingCodec.Encode(row, output);
    }

    public static HistoryBatch Decode(BinaryReader input)
    {
        var batch = new HistoryBatch(Rows(input, ReadRackMinute), Rows(input, ReadFacilityMinute), Rows(input, ReadInterval));
        // A record of an earlier version ends here.
        return input.BaseStream.Position < input.BaseStream.Length
            ? batch with { MeterReadings = Rows(input, MeterReadingCodec.Decode) }
            : batch;
    }

    static ImmutableArray<T> Rows<T>(BinaryReader input, Func<BinaryReader, T> read)
    {
        var rows = new T[input.ReadInt32()];
        for (var index = 0; index < rows.Length; index++)
            rows[index] = read(input);
        return AsImmutableArray(rows);
    }

    static RackMinute ReadRackMinute(BinaryReader input) =>
        new(
            RackId.Parse(input.ReadString()), Instant(input), ReadRollup(input), ReadRollup(input),
            ReadEnergy(input), (IntervalQuality)input.ReadByte());

    static FacilityMinute ReadFacilityMinute(BinaryReader input) =>
        new(
            FacilityId.Parse(input.ReadString()), Instant(input), ReadRollup(input), ReadRollup(input), ReadRollup(input),
            Known(input.ReadBoolean(), input.ReadDouble()), input.ReadInt32());

    static FacilityInterval ReadInterval(BinaryReader input) =>
        new(
            FacilityId.Parse(input.ReadString()), (MeterRole)input.ReadByte(), Instant(input), ReadEnergy(input),
            new Energy(input.ReadInt64()), (IntervalQuality)input.ReadByte(), input.ReadInt32(), input.ReadInt32());

    static DateTimeOffset Instant(BinaryReader input) => new(input.ReadInt64(), TimeSpan.Zero);

    static T? Known<T>(bool known, T value)
        where T : struct => known ? value : null;

    static void Write(BinaryWriter output, MinuteRollup? rollup)
    {
        output.Write(rollup is not null);
        if (rollup is not { } known)
            return;

        output.Write(known.Min);
        output.Write(known.Mean);
        output.Write(known.Max);
        output.Write(known.Last);
    }

    static MinuteRollup? ReadRollup(BinaryReader input) =>
        input.ReadBoolean() ? new(input.ReadDouble(), input.ReadDouble(), input.ReadDouble(), input.ReadDouble()) : null;

    static void Write(BinaryWriter output, Energy? energy)
    {
        output.Write(energy is not null);
        output.Write(energy?.WattHours ?? 0);
    }

    static Energy? ReadEnergy(BinaryReader input) => Known(input.ReadBoolean(), new Energy(input.ReadInt64()));
}
