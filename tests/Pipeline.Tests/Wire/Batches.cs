using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using FsCheck;
using FsCheck.Fluent;

namespace DcOps.Collectors.Pipeline.Tests.Wire;

/// <summary>Batches of every shape that a collector can close.</summary>
public static class Batches
{
    static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    static readonly string[] Names = ["pdu-a", "pdu-b", "env", "ups-1", "电表-1"];

    public static Arbitrary<ReadingBatch> Any() => Arb.From(
        from collector in Gen.Elements("collector-1", "nj-01.edge", "采集器")
        from sequence in Gen.Choose(1, int.MaxValue)
        from path in Gen.Elements("NJ-01", "NJ-01/R01/A07")
        from readings in AReading().ListOf()
        from registers in ARegister().ListOf()
        from lane in Gen.Elements(Enum.GetValues<ReadingLane>())
        select new ReadingBatch(collector, sequence * 4_000_000_000L, Location.Parse(path), Noon, [.. readings], [.. registers], lane));

    public static Arbitrary<byte[]> AnyBytes() => Arb.From(Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf());

    static Gen<Reading> AReading() =>
        from point in APoint()
        from value in Gen.OneOf(
            Gen.Constant<double?>(null),
            Gen.Choose(-1_000_000, 1_000_000).Select(whole => (double?)whole),
            ArbMap.Default.GeneratorFor<NormalFloat>().Select(number => (double?)number.Item),
            Gen.Elements<double?>(-0.0, 4_294_967_295.0, 9_007_199_254_740_993.0, double.Epsilon, double.MaxValue))
        from milliseconds in Gen.Choose(-100_000, 100_000)
        from quality in Gen.Elements(Enum.GetValues<ReadingQuality>())
        select new Reading(point, value, Noon.AddMilliseconds(milliseconds / 100.0), quality);

    static Gen<RegisterTraits> ARegister() =>
        from point in APoint()
        from modulus in Gen.Elements<double?>(null, 4_294_967_296.0, 1e7)
        from serial in Gen.Elements(null, "", "ZA2001002384", "序列号")
        from isVolatile in Gen.Elements(true, false)
        select new RegisterTraits(point, 100, modulus, 7_360.5, isVolatile, serial);

    static Gen<PointId> APoint() =>
        from name in Gen.Elements(Names)
        from part in Gen.Elements(Enum.GetValues<PartKind>())
        from index in Gen.Choose(0, ushort.MaxValue)
        from quantity in Gen.Elements(Enum.GetValues<Quantity>())
        select new PointId(name, part, (ushort)index, quantity);
}
