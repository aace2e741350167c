namespace DcOps.Collectors.Mqtt.Sparkplug;

/// <summary>A value in the form it has on the wire; what an integer means its data type tells.</summary>
public abstract record SparkplugValue
{
    SparkplugValue()
    {
    }

    /// <summary>The number as the data type means it; null for what is no number, or not of a type we know.</summary>
    public virtual double? Number(SparkplugType type) => null;

    /// <summary><c>int_value</c>: 32 bits, negative ones as two's complement.</summary>
    public sealed record Int(uint Bits) : SparkplugValue
    {
        public override double? Number(SparkplugType type) => type switch
        {
            SparkplugType.Int8 => (sbyte)Bits,
            SparkplugType.Int16 => (short)Bits,
            SparkplugType.Int32 or SparkplugType.Int64 => (int)Bits,
            SparkplugType.UInt8 or SparkplugType.UInt16 or SparkplugType.UInt32 or SparkplugType.UInt64 => Bits,
            _ => null,
        };
    }

    /// <summary><c>long_value</c>: 64 bits. Some nodes put smaller integers in here too.</summary>
    public sealed record Long(ulong Bits) : SparkplugValue
    {
        public override double? Number(SparkplugType type) => type switch
        {
            SparkplugType.Int8 or SparkplugType.Int16 or SparkplugType.Int32 => (int)Bits,
            SparkplugType.Int64 => (long)Bits,
            SparkplugType.UInt8 or SparkplugType.UInt16 or SparkplugType.UInt32 or SparkplugType.UInt64 or SparkplugType.DateTime => Bits,
            _ => null,
        };
    }

    public sealed record Float(float Value) : SparkplugValue
    {
        public override double? Number(SparkplugType type) => Value;
    }

    public sealed record Double(double Value) : SparkplugValue
    {
        public override double? Number(SparkplugType type) => Value;
    }

    public sealed record Boolean(bool Value) : SparkplugValue
    {
        public override double? Number(SparkplugType type) => Value ? 1 : 0;
    }

    public sealed record Text(string Value) : SparkplugValue;

    /// <summary>Bytes, files, and the arrays of data types 22 to 34.</summary>
    public sealed record Bytes(ImmutableArray<byte> Value) : SparkplugValue;

    public sealed record DataSet(SparkplugDataSet Value) : SparkplugValue;

    public sealed record Template(SparkplugTemplate Value) : SparkplugValue;

    /// <summary>A vendor's extension: kept out.</summary>
    public sealed record Extension : SparkplugValue;
}
