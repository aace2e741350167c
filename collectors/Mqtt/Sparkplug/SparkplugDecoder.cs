using DcOps.Collectors.Mqtt.Sparkplug.Wire;

namespace DcOps.Collectors.Mqtt.Sparkplug;

/// <summary>Bytes to payload, by the field numbers of the Sparkplug 3.0 specification, section 6.4.</summary>
public static class SparkplugDecoder
{
    // Templates hold metrics, which hold templates.
    const int DeepestTemplate = 8;

    /// <summary>Null when the bytes are no Sparkplug payload, or cut short.</summary>
    public static SparkplugPayload? Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new ProtobufReader(bytes);
        var metrics = ImmutableArray.CreateBuilder<SparkplugMetric>();
        ulong? timestamp = null, sequence = null;
        while (reader.Next(out var field))
        {
            switch (field)
            {
                case 1:
                    timestamp = reader.Unsigned();
                    break;
                case 2:
                    metrics.Add(Metric(ref reader, DeepestTemplate));
                    break;
                case 3:
                    sequence = reader.Unsigned();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return reader.IsMalformed ? null : new(Time(timestamp), sequence, metrics.ToImmutable());
    }

    static SparkplugMetric Metric(ref ProtobufReader outer, int depth)
    {
        var reader = new ProtobufReader(outer.Bytes());
        string? name = null;
        ulong? alias = null, timestamp = null;
        var type = SparkplugType.Unknown;
        var (isHistorical, isTransient, isNull) = (false, false, false);
        ImmutableArray<SparkplugProperty> properties = [];
        SparkplugValue? value = null;
        while (reader.Next(out var field))
        {
            switch (field)
            {
                case 1:
                    name = reader.Text();
                    break;
                case 2:
                    alias = reader.Unsigned();
                    break;
                case 3:
                    timestamp = reader.Unsigned();
                    break;
                case 4:
                    type = Type(reader.Unsigned());
                    break;
                case 5:
                    isHistorical = reader.Boolean();
                    break;
                case 6:
                    isTransient = reader.Boolean();
                    break;
                case 7:
                    isNull = reader.Boolean();
                    break;
                case 9:
                    properties = SparkplugDecoderParts.Properties(ref reader);
                    break;
                case 17:
                    value = new SparkplugValue.DataSet(SparkplugDecoderParts.DataSet(ref reader));
                    break;
                case 18 when depth > 0:
                    value = new SparkplugValue.Template(Template(ref reader, depth - 1));
                    break;
                case 18:
                    reader.Fault();
                    break;
                default:
                    value = Value(ref reader, field, firstField: 10, bytesField: 16) ?? value;
                    break;
            }
        }

        if (reader.IsMalformed)
            outer.Fault();
        return new(name, alias, Time(timestamp), type, isNull ? null : value, properties, isHistorical, isTransient);
    }

    static SparkplugTemplate Template(ref ProtobufReader outer, int depth)
    {
        var reader = new ProtobufReader(outer.Bytes());
        string? version = null, reference = null;
        bool? isDefinition = null;
        var metrics = ImmutableArray.CreateBuilder<SparkplugMetric>();
        var parameters = ImmutableArray.CreateBuilder<SparkplugProperty>();
        while (reader.Next(out var field))
        {
            switch (field)
            {
                case 1:
                    version = reader.Text();
                    break;
                case 2:
                    metrics.Add(Metric(ref reader, depth));
                    break;
                case 3:
                    parameters.Add(SparkplugDecoderParts.Parameter(ref reader));
                    break;
                case 4:
                    reference = reader.Text();
                    break;
                case 5:
                    isDefinition = reader.Boolean();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (reader.IsMalformed)
            outer.Fault();
        return new(version, metrics.ToImmutable(), parameters.ToImmutable(), reference, isDefinition);
    }

    /// <summary>
    /// The value alternatives stand in the same order in every message: int, long, float, double, boolean, string; only
    /// the number of the first differs. A field that is none of them is stepped over and null.
    /// </summary>
    internal static SparkplugValue? Value(ref ProtobufReader reader, int field, int firstField, int bytesField = -1)
    {
        if (field == bytesField)
            return new SparkplugValue.Bytes([.. reader.Bytes()]);

        switch (field - firstField)
        {
            case 0:
                return new SparkplugValue.Int((uint)reader.Unsigned());
            case 1:
                return new SparkplugValue.Long(reader.Unsigned());
            case 2:
                return new SparkplugValue.Float(reader.Float());
            case 3:
                return new SparkplugValue.Double(reader.Double());
            case 4:
                return new SparkplugValue.Boolean(reader.Boolean());
            case 5:
                return new SparkplugValue.Text(reader.Text());
            default:
                reader.Skip();
                return null;
        }
    }

    internal static SparkplugType Type(ulong number) =>
        number <= (ulong)SparkplugType.DateTimeArray ? (SparkplugType)number : SparkplugType.Unknown;

    // Beyond the year 9999 it is no time; the payload may still be good.
    static DateTimeOffset? Time(ulong? milliseconds) =>
        milliseconds is { } value && value <= (ulong)DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)value)
            : null;
}
