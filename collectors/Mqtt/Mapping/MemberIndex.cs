using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>
/// The members with which the paths of a mapping begin, looked up in one pass over a payload: a mapping knows many times
/// more members than one payload has.
/// </summary>
sealed class MemberIndex
{
    readonly ImmutableArray<(byte[] Name, int Slot)>[] _byLength;
    readonly int[] _slotOfPoint;
    readonly int _slots;

    public MemberIndex(ImmutableArray<PointMapping> points)
    {
        var names = points.Select(point => point.Path?.FirstMember).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        _slots = names.Count;
        _slotOfPoint = [.. points.Select(point => point.Path?.FirstMember is { } name ? names.IndexOf(name) : -1)];
        var encoded = names.Select((name, slot) => (Name: Encoding.UTF8.GetBytes(name), Slot: slot)).ToLookup(entry => entry.Name.Length);
        _byLength = [.. Enumerable.Range(0, encoded.Select(group => group.Key).DefaultIfEmpty(0).Max() + 1).Select(length => encoded[length].ToImmutableArray())];
    }

    /// <summary>The members that <paramref name="payload"/> has; dispose of it when the payload is read.</summary>
    public Found In(JsonElement payload)
    {
        var values = ArrayPool<JsonElement>.Shared.Rent(Math.Max(1, _slots));
        Array.Clear(values, 0, _slots);
        if (payload.ValueKind != JsonValueKind.Object)
            return new(this, values);

        foreach (var member in payload.EnumerateObject())
        {
            var slot = SlotOf(member);
            if (slot >= 0)
                values[slot] = member.Value;
        }

        return new(this, values);
    }

    int SlotOf(in JsonProperty member)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(member);
        var name = raw.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(member.Name) : raw;
        if (name.Length >= _byLength.Length)
            return -1;

        foreach (var (known, slot) in _byLength[name.Length])
        {
            if (name.SequenceEqual(known))
                return slot;
        }

        return -1;
    }

    /// <summary>What one payload has of the members.</summary>
    internal readonly struct Found(MemberIndex index, JsonElement[] values) : IDisposable
    {
        /// <summary>The value that the rest of a point's path starts from; false when the payload does not have it.</summary>
        public bool TryStart(int point, JsonElement payload, out JsonElement start)
        {
            var slot = index._slotOfPoint[point];
            start = slot < 0 ? payload : values[slot];
            return start.ValueKind != JsonValueKind.Undefined;
        }

        public void Dispose() => ArrayPool<JsonElement>.Shared.Return(values, clearArray: true);
    }
}
