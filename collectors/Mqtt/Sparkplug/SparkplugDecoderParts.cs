using DcOps.Collectors.Mqtt.Sparkplug.Wire;

namespace DcOps.Collectors.Mqtt.Sparkplug;

/// <summary>The smaller messages inside a metric.</summary>
static class SparkplugDecoderParts
{
    public static ImmutableArray<SparkplugProperty> Properties(ref ProtobufReader outer)
    {
        var reader = new ProtobufReader(outer.Bytes());
        var keys = new List<string>();
        var values = new List<(SparkplugType Type, SparkplugValue? Value)>();
        while (reader.Next(out var field))
        {
            switch (field)
            {
                case 1:
                    keys.Add(reader.Text());
                    break;
                case 2:
                    values.Add(PropertyValue(ref reader));
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (reader.IsMalformed || keys.Count != values.Count)
        {
            outer.Fault();
            return [];
        }

        return [.. keys.Zip(values, (key, value) => new SparkplugProperty(key, value.Type, value.Value))];
    }

    public static SparkplugProperty Parameter(ref ProtobufReader outer)
    {
        var reader = new ProtobufReader(outer.Bytes());
        var (name, type) = ("", SparkplugType.Unknown);
        SparkplugValue? value = null;
        while (reader.Next(out var field))
        {
            switch (field)
            {
                case 1:
                    name = reader.Text();
                    break;
                case 2:
                    type = SparkplugDecoder.Type(reader.Unsigned());
                    break;
                default:
                    value = SparkplugDecoder.Value(ref reader, field, firstField: 3) ?? value;
                    break;
            }
        }

        if (reader.IsMalformed)
            outer.Fault();
        return new(name, type, value);
    }

    public static SparkplugDataSet DataSet(ref ProtobufReader outer)
    {
        var reader = new ProtobufReader(outer.Bytes());
        ulong columnCount = 0;
        var columns = ImmutableArray.CreateBuilder<string>();
        var types = new List<uint>();
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<SparkplugValue?>>();
        while (reader.Next(out var field))
        {
            switch (field)
            {
                case 1:
                    columnCount = reader.Unsigned();
                    break;
                case 2:
                    columns.Add(reader.Text());
                    break;
                case 3:
                    reader.Numbers(types);
                    break;
                case 4:
                    rows.Add(Row(ref reader));
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (reader.IsMalformed)
            outer.Fault();
        return new(columnCount, columns.ToImmutable(), [.. types.Select(type => SparkplugDecoder.Type(type))], rows.ToImmutable());
    }

    static ImmutableArray<SparkplugValue?> Row(ref ProtobufReader outer)
    {
        var reader = new ProtobufReader(outer.Bytes());
        var elements = ImmutableArray.CreateBuilder<SparkplugValue?>();
        while (reader.Next(out var field))
        {
            if (field == 1)
                elements.Add(Element(ref reader));
            else
                reader.Skip();
        }

        if (reader.IsMalformed)
            outer.Fault();
        return elements.ToImmutable();
    }

    static SparkplugValue? Element(ref ProtobufReader outer)
    {
        var reader = new ProtobufReader(outer.Bytes());
        SparkplugValue? value = null;
        while (reader.Next(out var field))
            value = SparkplugDecoder.Value(ref reader, field, firstField: 1) ?? value;
        if (reader.IsMalformed)
            outer.Fault();
        return value;
    }

    static (SparkplugType Type, SparkplugValue? Value) PropertyValue(ref ProtobufReader outer)
    {
        var reader = new ProtobufReader(outer.Bytes());
        var type = SparkplugType.Unknown;
        var isNull = false;
        SparkplugValue? value = null;
        while (reader.Next(out var field))
        {
            switch (field)
            {
                case 1:
                    type = SparkplugDecoder.Type(reader.Unsigned());
                    break;
                case 2:
                    isNull = reader.Boolean();
                    break;
                default:
                    value = SparkplugDecoder.Value(ref reader, field, firstField: 3) ?? value;
                    break;
            }
        }

        if (reader.IsMalformed)
            outer.Fault();
        return (type, isNull ? null : value);
    }
}
