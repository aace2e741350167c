using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Walking;

/// <summary>How far one column has been walked. Used again from poll to poll.</summary>
sealed class ColumnCursor(ColumnPlan column)
{
    byte[] _last = column.Name.Encoded.ToArray();
    int _length = column.Name.Encoded.Length;

    public ColumnPlan Column { get; } = column;

    public int Rows { get; private set; }

    public bool IsDone { get; set; }

    /// <summary>The last row's name; the column's before the first.</summary>
    public ReadOnlySpan<byte> Last => _last.AsSpan(0, _length);

    /// <summary>As an object, for the next question.</summary>
    public ObjectIdentifier LastName => ObjectIdentifier.TryDecode(Last, out var name) ? name : Column.Name;

    public void Reset()
    {
        Rows = 0;
        IsDone = false;
        Keep(Column.Name.Encoded);
    }

    public void Advance(ReadOnlySpan<byte> name)
    {
        Rows++;
        Keep(name);
    }

    void Keep(ReadOnlySpan<byte> name)
    {
        if (name.Length > _last.Length)
            _last = new byte[Math.Max(name.Length, 2 * _last.Length)];
        name.CopyTo(_last);
        _length = name.Length;
    }
}
