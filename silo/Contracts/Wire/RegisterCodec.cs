using DcOps.Domain.Telemetry;

namespace DcOps.Contracts.Wire;

/// <summary>Traits of one register, as a block.</summary>
static class RegisterCodec
{
    const byte IsVolatile = 0b001;
    const byte HasModulus = 0b010;
    const byte HasSerial = 0b100;

    public static void Write(WireWriter writer, RegisterTraits traits, int device)
    {
        var flags = traits.IsVolatile ? IsVolatile : (byte)0;
        flags |= traits.ModulusWattHours is null ? (byte)0 : HasModulus;
        flags |= traits.MeterSerial is null ? (byte)0 : HasSerial;
        writer.Byte(flags);
        writer.Unsigned((ulong)device);
        writer.Byte((byte)traits.Point.Part);
        writer.Unsigned(traits.Point.Index);
        writer.Byte((byte)traits.Point.Quantity);
        writer.Double(traits.ResolutionWattHours);
        writer.Double(traits.RatedWatts);
        if (traits.ModulusWattHours is { } modulus)
            writer.Double(modulus);
        if (traits.MeterSerial is { } serial)
            writer.Text(serial);
    }

    public static RegisterTraits Read(ref WireReader reader, List<string> devices)
    {
        var flags = reader.Byte();
        var device = reader.Count(devices.Count - 1);
        var part = (PartKind)reader.Byte();
        var index = reader.Count(ushort.MaxValue);
        var quantity = (Quantity)reader.Byte();
        var resolution = reader.Double();
        var rated = reader.Double();
        double? modulus = (flags & HasModulus) != 0 ? reader.Double() : null;
        var serial = (flags & HasSerial) != 0 ? reader.Text() : null;
        var name = device < devices.Count ? devices[device] : "";
        return new(new(name, part, (ushort)index, quantity), resolution, modulus, rated, (flags & IsVolatile) != 0, serial);
    }
}
