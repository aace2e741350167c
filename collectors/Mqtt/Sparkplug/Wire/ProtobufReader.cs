using System.Buffers.Binary;
using System.Text;

namespace DcOps.Collectors.Mqtt.Sparkplug.Wire;

/// <summary>
/// Reads protobuf fields from bytes (protobuf.dev, Encoding). Never throws: what is malformed or cut short ends the
/// reading and sets <see cref="IsMalformed"/>.
/// </summary>
ref struct ProtobufReader(ReadOnlySpan<byte> bytes)
{
    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    ReadOnlySpan<byte> _rest = bytes;
    WireType _type;

    public bool IsMalformed { get; private set; }

    /// <summary>Moves to the next field; false at the end and after a fault.</summary>
    public bool Next(out int field)
    {
        field = 0;
        if (IsMalformed || _rest.IsEmpty)
            return false;

        var tag = Varint();
        field = (int)(tag >> 3);
        _type = (WireType)(tag & 7);
        if (tag >> 3 is 0 or > 536_870_911 || _type is not (WireType.Varint or WireType.Fixed64 or WireType.Bytes or WireType.Fixed32))
            IsMalformed = true;
        return !IsMalformed;
    }

    /// <summary>The field's value where it is a number of variable length.</summary>
    public ulong Unsigned() => Is(WireType.Varint) ? Varint() : 0;

    public bool Boolean() => Unsigned() != 0;

    public float Float() => Is(WireType.Fixed32) && Take(4) is { Length: 4 } taken ? BinaryPrimitives.ReadSingleLittleEndian(taken) : 0;

    public double Double() => Is(WireType.Fixed64) && Take(8) is { Length: 8 } taken ? BinaryPrimitives.ReadDoubleLittleEndian(taken) : 0;

    public ReadOnlySpan<byte> Bytes()
    {
        if (!Is(WireType.Bytes))
            return [];

        var length = Varint();
        return length <= (ulong)_rest.Length ? Take((int)length) : Fail();
    }

    public string Text()
    {
        var text = Bytes();
        if (System.Text.Unicode.Utf8.IsValid(text))
            return StrictUtf8.GetString(text);

        IsMalformed = true;
        return "";
    }

    /// <summary>Numbers of a repeated field, packed or one by one.</summary>
    public void Numbers(List<uint> numbers)
    {
        if (_type == WireType.Varint)
        {
            numbers.Add((uint)Varint());
            return;
        }

        var packed = new ProtobufReader(Bytes());
        while (!packed._rest.IsEmpty && !packed.IsMalformed)
            numbers.Add((uint)packed.Varint());
        IsMalformed |= packed.IsMalformed;
    }

    /// <summary>Steps over a field that nobody asks for.</summary>
    public void Skip()
    {
        switch (_type)
        {
            case WireType.Varint:
                Varint();
                break;
            case WireType.Fixed64:
                Take(8);
                break;
            case WireType.Fixed32:
                Take(4);
                break;
            default:
                Bytes();
                break;
        }
    }

    public void Fault() => IsMalformed = true;

    bool Is(WireType wanted)
    {
        IsMalformed |= _type != wanted;
        return !IsMalformed;
    }

    ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_rest.IsEmpty)
                break;

            var part = _rest[0];
            _rest = _rest[1..];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }

        IsMalformed = true;
        return 0;
    }

    ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length)
            return Fail();

        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    ReadOnlySpan<byte> Fail()
    {
        IsMalformed = true;
        return [];
    }
}
