using System.Buffers.Binary;
using System.Text.Json;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>Reads a number out of raw 16-bit registers. Which register comes first, and which byte in it, is the maker's choice.</summary>
sealed class RegisterWords(WordsDefinition definition)
{
    readonly bool _isLowWordFirst = definition.Order is "CDAB" or "DCBA";
    readonly bool _isLowByteFirst = definition.Order is "BADC" or "DCBA";
    readonly int _count = definition.Form switch
    {
        WordForm.Int16 or WordForm.Uint16 => 1,
        WordForm.Float64 or WordForm.Int64 or WordForm.Uint64 => 4,
        _ => 2,
    };

    /// <summary>A fault when the value is no array, is too short, or holds something else than registers.</summary>
    public MappedValue Read(JsonElement registers)
    {
        if (registers.ValueKind != JsonValueKind.Array || registers.GetArrayLength() < definition.At + _count)
            return MappedValue.Of(ValueFault.WrongType);

        Span<byte> bytes = stackalloc byte[8];
        for (var index = 0; index < _count; index++)
        {
            var register = registers[definition.At + index];
            if (register.ValueKind != JsonValueKind.Number || !register.TryGetUInt16(out var word))
                return MappedValue.Of(ValueFault.WrongType);

            var place = bytes[(2 * (_isLowWordFirst ? _count - 1 - index : index))..];
            if (_isLowByteFirst)
                BinaryPrimitives.WriteUInt16LittleEndian(place, word);
            else
                BinaryPrimitives.WriteUInt16BigEndian(place, word);
        }

        return MappedValue.Of(Number(bytes));
    }

    double Number(ReadOnlySpan<byte> bytes) => definition.Form switch
    {
        WordForm.Int16 => BinaryPrimitives.ReadInt16BigEndian(bytes),
        WordForm.Uint16 => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        WordForm.Int32 => BinaryPrimitives.ReadInt32BigEndian(bytes),
        WordForm.Uint32 => BinaryPrimitives.ReadUInt32BigEndian(bytes),
        WordForm.Float64 => BinaryPrimitives.ReadDoubleBigEndian(bytes),
        WordForm.Int64 => BinaryPrimitives.ReadInt64BigEndian(bytes),
        WordForm.Uint64 => BinaryPrimitives.ReadUInt64BigEndian(bytes),
        _ => BinaryPrimitives.ReadSingleBigEndian(bytes),
    };
}
