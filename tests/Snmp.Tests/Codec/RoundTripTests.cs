using DcOps.Collectors.Snmp.Codec;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace DcOps.Collectors.Snmp.Tests.Codec;

/// <summary>Whatever can be said in SNMP is read back as it was written.</summary>
public sealed class RoundTripTests
{
    static readonly Gen<ObjectIdentifier> Names =
        from root in Gen.Elements("0.0", "1.3.6.1", "1.3.6.1.4.1.318.1.1.26", "2.999")
        from tail in Gen.ArrayOf(Gen.OneOf(Gen.Choose(0, 200), Gen.Choose(0, int.MaxValue)))
        select ObjectIdentifier.Parse(root).Append([.. tail.Take(20).Select(part => (uint)part)]);

    static readonly Gen<ObjectSyntax> Values = Gen.OneOf(
        ArbMap.Default.GeneratorFor<int>().Select(ObjectSyntax.Integer32),
        ArbMap.Default.GeneratorFor<uint>().Select(ObjectSyntax.Gauge32),
        ArbMap.Default.GeneratorFor<uint>().Select(ObjectSyntax.Counter32),
        ArbMap.Default.GeneratorFor<uint>().Select(ObjectSyntax.TimeTicks),
        ArbMap.Default.GeneratorFor<ulong>().Select(ObjectSyntax.Counter64),
        ArbMap.Default.GeneratorFor<float>().Select(ObjectSyntax.OpaqueFloat),
        ArbMap.Default.GeneratorFor<double>().Select(ObjectSyntax.OpaqueDouble),
        ArbMap.Default.GeneratorFor<byte[]>().Select(octets => ObjectSyntax.OctetString(octets)),
        Names.Select(ObjectSyntax.Of),
        Gen.Constant(ObjectSyntax.NoSuchInstance));

    static readonly Gen<Pdu> Pdus =
        from kind in Gen.Elements(PduKind.GetRequest, PduKind.GetBulkRequest, PduKind.Response, PduKind.Report)
        from numbers in Gen.Three(ArbMap.Default.GeneratorFor<int>())
        from variables in Gen.ArrayOf(Names.SelectMany(name => Values.Select(value => new VariableBinding(name, value))))
        select new Pdu(kind, numbers.Item1, numbers.Item2, numbers.Item3, [.. variables]);

    [Property(MaxTest = 500)]
    public Property Of_any_pdu_is_exact() => Prop.ForAll(
        Pdus.ToArbitrary(),
        pdu => pdu.Equals(Datagrams.Decode(Datagrams.Encode(SnmpVersion.V2c, "public", pdu)).Pdu));

    [Property(MaxTest = 500)]
    public Property Of_any_variable_has_the_length_foretold() => Prop.ForAll(
        Names.SelectMany(name => Values.Select(value => new VariableBinding(name, value))).ToArbitrary(),
        variable =>
        {
            var writer = new BerWriter(new byte[65_507]);
            variable.WriteTo(ref writer);
            return writer.Mark == variable.EncodedLength;
        });

    [Property(MaxTest = 2_000)]
    public Property Of_names_keeps_their_order() => Prop.ForAll(
        Names.Two().ToArbitrary(),
        pair => Math.Sign(pair.Item1.CompareTo(pair.Item2))
            == Math.Sign(pair.Item1.ToSubidentifiers().AsSpan().SequenceCompareTo(pair.Item2.ToSubidentifiers().AsSpan())));

    [Property(MaxTest = 5_000)]
    public bool Of_noise_has_an_outcome(byte[] noise) => Enum.IsDefined(Datagrams.Decode(noise).Outcome);
}
