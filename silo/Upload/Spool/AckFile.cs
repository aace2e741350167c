using System.Buffers.Binary;

namespace DcOps.Upload.Spool;

/// <summary>
/// What became of one day's items at one destination: eight bytes each, line and state, then their complement. What a crash cuts off is
/// asked for again, and the platform knows it by its key.
/// </summary>
sealed class AckFile
{
    const int EntryBytes = 8;
    const int StateShift = 30;
    const uint LineMask = (1u << StateShift) - 1;

    readonly string _path;
    readonly Dictionary<int, ItemState> _states = [];
    long _length;

    public AckFile(string path)
    {
        _path = path;
        if (!File.Exists(path))
            return;

        var bytes = File.ReadAllBytes(path);
        var whole = bytes.Length - (bytes.Length % EntryBytes);
        for (var at = 0; at < whole; at += EntryBytes)
        {
            var entry = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
            if (entry == ~BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 4)))
                _states[(int)(entry & LineMask)] = (ItemState)(entry >> StateShift);
        }

        _length = whole;
    }

    public ItemState this[int line] => _states.GetValueOrDefault(line);

    public int Count => _states.Count;

    public void Append(IEnumerable<int> lines, ItemState state)
    {
        using var bytes = new MemoryStream();
        Span<byte> entry = stackalloc byte[EntryBytes];
        foreach (var line in lines)
        {
            if (!_states.TryAdd(line, state))
                continue;

            var value = (uint)line | ((uint)state << StateShift);
            BinaryPrimitives.WriteUInt32LittleEndian(entry, value);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], ~value);
            bytes.Write(entry);
        }

        // Whatever a crash left behind half is written over.
        using var file = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        file.SetLength(_length);
        file.Position = _length;
        file.Write(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        _length = file.Position;
    }
}
