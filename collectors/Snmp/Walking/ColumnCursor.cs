using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Walking;

/// <summary>How far one column has been walked. Used again from poll to poll.</summary>
sealed class ColumnCursor(ColumnPlan column, AddressBook addresses)
{
    const int MostRemembered = 256;
    readonly List<KnownInstance> _rows = [];
    KnownInstance? _last;

    public ColumnPlan Column { get; } = column;

    public int Rows { get; private set; }

    public bool IsDone { get; set; }

    /// <summary>Whether an empty table turned out to have rows: its columns are walked as if nothing were known.</summary>
    public bool IsAwake { get; set; }

    /// <summary>The last row's name; the column's before the first.</summary>
    public ReadOnlySpan<byte> Last => _last is { } row ? row.Name.Encoded : Column.Name.Encoded;

    /// <summary>As an object, for the next question.</summary>
    public ObjectIdentifier LastName => _last?.Name ?? Column.Name;

    public void Reset()
    {
        Rows = 0;
        IsDone = false;
        IsAwake = false;
        _last = null;
    }

    /// <returns>The row's address.</returns>
    public string Advance(ReadOnlySpan<byte> name)
    {
        _last = Known(name);
        Rows++;
        return _last.Address;
    }

    // Devices of a family have the same rows: what the last one had here, this one has most likely too.
    KnownInstance Known(ReadOnlySpan<byte> name)
    {
        if (Rows < _rows.Count && name.SequenceEqual(_rows[Rows].Name.Encoded))
            return _rows[Rows];

        var known = addresses.Of(name);
        if (Rows < _rows.Count)
            _rows[Rows] = known;
        else if (Rows < MostRemembered && Rows == _rows.Count)
            _rows.Add(known);
        return known;
    }
}
