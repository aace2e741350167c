using DcOps.Collectors.Mqtt.Sparkplug.Wire;

namespace DcOps.Collectors.Mqtt.Sparkplug;

/// <summary>Payload to bytes: what a host sends, and what a node of our own would.</summary>
public static class SparkplugEncoder
{
    /// <exception cref="ArgumentException">A metric has a table or a template as its value: those are only read here.</exception>
    public static byte[] Encode(SparkplugPayload payload)
    {
        var writer = new ProtobufWriter();
        if (payload.Timestamp is { } timestamp)
            writer.Unsigned(1, Milliseconds(timestamp));
        foreach (var metric in payload.Metrics)
            writer.Message(2, inner => Write(inner, metric));
        if (payload.Sequence is { } sequence)
            writer.Unsigned(3, sequence);
        return writer.Written.ToArray();
    }

    static void Write(ProtobufWriter writer, SparkplugMetric metric)
    {
        if (metric.Name is not null)
            writer.Text(1, metric.Name);
        if (metric.Alias is { } alias)
            writer.Unsigned(2, alias);
        if (metric.Timestamp is { } timestamp)
            writer.Unsigned(3, Milliseconds(timestamp));
        if (metric.Type != SparkplugType.Unknown)
            writer.Unsigned(4, (ulong)metric.Type);
        if (metric.IsHistorical)
            writer.Boolean(5, true);
        if (metric.IsTransient)
            writer.Boolean(6, true);
        if (metric.Value is null)
            writer.Boolean(7, true);
        if (!metric.Properties.IsEmpty)
            writer.Message(9, inner => Write(inner, metric.Properties));
        if (metric.Value is not null)
            Write(writer, metric.Value, firstField: 10, bytesField: 16);
    }

    static void Write(ProtobufWriter writer, ImmutableArray<SparkplugProperty> properties)
    {
        foreach (var property in properties)
            writer.Text(1, property.Name);
        foreach (var property in properties)
        {
            writer.Message(2, inner =>
            {
                inner.Unsigned(1, (ulong)property.Type);
                if (property.Value is null)
                    inner.Boolean(2, true);
                else
                    Write(inner, property.Value, firstField: 3);
            });
        }
    }

    static void Write(ProtobufWriter writer, SparkplugValue value, int firstField, int bytesField = -1)
    {
        switch (value)
        {
            case SparkplugValue.Int number:
                writer.Unsigned(firstField, number.Bits);
                break;
            case SparkplugValue.Long number:
                writer.Unsigned(firstField + 1, number.Bits);
                break;
            case SparkplugValue.Float number:
                writer.Float(firstField + 2, number.Value);
                break;
            case SparkplugValue.Double number:
                writer.Double(firstField + 3, number.Value);
                break;
            case SparkplugValue.Boolean state:
                writer.Boolean(firstField + 4, state.Value);
                break;
            case SparkplugValue.Text text:
                writer.Text(firstField + 5, text.Value);
                break;
            case SparkplugValue.Bytes bytes when bytesField > 0:
                writer.Bytes(bytesField, bytes.Value.AsSpan());
                break;
            default:
                throw new ArgumentException($"A {value.GetType().Name} is only read here, not written.", nameof(value));
        }
    }

    static ulong Milliseconds(DateTimeOffset at) => (ulong)at.ToUnixTimeMilliseconds();
}
