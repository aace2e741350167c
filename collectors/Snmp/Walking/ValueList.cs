using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Walking;

/// <summary>What one poll has been told so far, in the words of every collector.</summary>
sealed class ValueList
{
    readonly List<RawValue> _values = [];

    /// <summary>Whether the device gave at least one value.</summary>
    public bool HasValues { get; private set; }

    public int Count => _values.Count;

    /// <summary>Those added after the first <paramref name="count"/>.</summary>
    public ReadOnlySpan<RawValue> Since(int count) => CollectionsMarshal.AsSpan(_values)[count..];

    public void Clear()
    {
        _values.Clear();
        HasValues = false;
    }

    public ImmutableArray<RawValue> Take()
    {
        ImmutableArray<RawValue> taken = [.. _values];
        Clear();
        return taken;
    }

    public void AddAbsent(string address) => _values.Add(RawValue.Absent(address));

    public void Add(string address, in VariableView variable)
    {
        var value = variable.TryGetNumber(out var number) ? RawValue.Of(address, number) : OfOctets(address, variable);
        HasValues |= value.Kind != RawKind.Absent;
        _values.Add(value);
    }

    static RawValue OfOctets(string address, in VariableView variable) => variable.Kind switch
    {
        SyntaxKind.OctetString => RawValue.Of(address, TextOf(variable.Content)),
        SyntaxKind.ObjectIdentifier or SyntaxKind.IpAddress or SyntaxKind.Opaque or SyntaxKind.NsapAddress =>
            RawValue.Of(address, variable.Value.ToString()),
        _ => RawValue.Absent(address),
    };

    // Cards end texts with NUL, and older ones write Latin-1.
    static string TextOf(ReadOnlySpan<byte> octets)
    {
        var text = octets.TrimEnd((byte)0);
        return (Utf8.IsValid(text) ? Encoding.UTF8 : Encoding.Latin1).GetString(text);
    }
}
