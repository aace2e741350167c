using System.Buffers;
using System.Globalization;
using System.Text;

namespace DcOps.History.Influx;

/// <summary>
/// Points as InfluxDB line protocol. Escapes what the protocol escapes and refuses what it cannot carry: empty names and tag
/// values, line breaks in them, a backslash at their end, numbers that are not finite.
/// </summary>
sealed class LineWriter
{
    static readonly SearchValues<char> NeverInNames = SearchValues.Create("\n\r");

    byte[] _buffer = new byte[4_096];
    bool _hasField;

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, Length);

    /// <summary>Forgets everything after the first <paramref name="length"/> bytes: a point that could not be finished.</summary>
    public void Truncate(int length) => Length = length;

    public LineWriter Measurement(string name)
    {
        WriteName(name, escaped: ", ");
        _hasField = false;
        return this;
    }

    public LineWriter Tag(string key, string value)
    {
        Write((byte)',');
        WriteName(key, escaped: ",= ");
        Write((byte)'=');
        WriteName(value, escaped: ",= ");
        return this;
    }

    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public LineWriter Field(string key, double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException($"Field {key} is {value.ToString(CultureInfo.InvariantCulture)}, which line protocol cannot carry.", nameof(value));

        BeginField(key);
        WriteNumber(value);
        return this;
    }

    public LineWriter Field(string key, long value)
    {
        BeginField(key);
        WriteNumber(value);
        Write((byte)'i');
        return this;
    }

    public LineWriter Field(string key, bool value)
    {
        BeginField(key);
        WriteEscaped(value ? "true" : "false", escaped: "");
        return this;
    }

    public LineWriter Field(string key, string value)
    {
        BeginField(key);
        Write((byte)'"');
        WriteEscaped(value, escaped: "\"\\");
        Write((byte)'"');
        return this;
    }

    /// <param name="timestamp">In the precision that the request names.</param>
    /// <exception cref="InvalidOperationException">The point has no field.</exception>
    public void End(long timestamp)
    {
        if (!_hasField)
            throw new InvalidOperationException("A point needs at least one field.");

        Write((byte)' ');
        WriteNumber(timestamp);
        Write((byte)'\n');
    }

    void BeginField(string key)
    {
        Write(_hasField ? (byte)',' : (byte)' ');
        _hasField = true;
        WriteName(key, escaped: ",= ");
        Write((byte)'=');
    }

    void WriteName(string text, string escaped)
    {
        if (text.Length == 0 || text.EndsWith('\\') || text.AsSpan().ContainsAny(NeverInNames))
            throw new ArgumentException($"'{text}' cannot be a name or a tag value in line protocol.", nameof(text));

        WriteEscaped(text, escaped);
    }

    void WriteEscaped(ReadOnlySpan<char> text, string escaped)
    {
        while (text.IndexOfAny(escaped) is var at && at >= 0)
        {
            WriteText(text[..at]);
            Write((byte)'\\');
            Write((byte)text[at]);
            text = text[(at + 1)..];
        }

        WriteText(text);
    }

    void WriteText(ReadOnlySpan<char> text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        Length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(Length));
    }

    // The shortest text that reads back as the same number.
    void WriteNumber<T>(T value)
        where T : IUtf8SpanFormattable
    {
        const int longest = 32;
        Reserve(longest);
        value.TryFormat(_buffer.AsSpan(Length), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    void Write(byte value)
    {
        Reserve(1);
        _buffer[Length++] = value;
    }

    void Reserve(int bytes)
    {
        if (_buffer.Length - Length < bytes)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, Length + bytes));
    }
}
