using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Walking;

/// <summary>How far one column has been walked. Used again from poll to poll.</summary>
sealed class ColumnCursor(ColumnPlan column, AddressBook addresses)
{
    const int MostRemembered = 256;
    readonly List<KnownInstance> _rows = [];
    byte[] _last = column.Name.Encoded.ToArray();
    int _length = column.Name.Encoded.Length;

    public ColumnPlan Column { get; } = column;

    public int Rows { get; private set; }

    public bool IsDone { get; set; }

    /// <summary>Whether an empty table turned out to have rows: its columns are walked as if nothing were known.</summary>
    public bool IsAwake { get; set; }

    /// <summary>The last row's name; the column's before the first.</summary>
    public ReadOnlySpan<byte> Last => _last.AsSpan(0, _length);

    /// <summary>As an object, for the next question.</summary>
    public ObjectIdentifier LastName => Rows > 0 && ObjectIdentifier.TryDecode(Last, out var name) ? name : Column.Name;

    public void Reset()
    {
        Rows = 0;
        IsDone = false;
        IsAwake = false;
        Keep(Column.Name.Encoded);
    }

    /// <returns>The row's address.</returns>
    public string Advance(ReadOnlySpan<byte> name)
    {
        var address = AddressOf(name);
        Rows++;
        Keep(name);
        return address;
    }

    // Devices of a family have the same rows: what the last one had here, this one has most likely too.
    string AddressOf(ReadOnlySpan<byte> name)
    {
        if (Rows < _rows.Count && name.SequenceEqual(_rows[Rows].Name))
            return _rows[Rows].Address;

        var known = addresses.Of(name);
        if (Rows < _rows.Count)
            _rows[Rows] = known;
        else if (Rows < MostRemembered && Rows == _rows.Count)
            _rows.Add(known);
        return known.Address;
    }

    void Keep(ReadOnlySpan<byte> name)
    {
        if (name.Length > _last.Length)
            _last = new byte[Math.Max(name.Length, 2 * _last.Length)];
        name.CopyTo(_last);
        _length = name.Length;
    }
}
