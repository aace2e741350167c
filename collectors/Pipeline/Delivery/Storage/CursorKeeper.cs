namespace DcOps.Collectors.Pipeline.Delivery.Storage;

/// <summary>
/// Numbers for batches, none of them twice: a block is reserved on disk before the first of it is used,
/// and a restart begins above the block. Gaps are allowed, so a crash merely skips the rest of it.
/// </summary>
sealed class CursorKeeper
{
    const long Block = 1 << 20;

    readonly CursorFile _file;
    OutboxCursor _current;
    OutboxCursor _written;

    /// <param name="lastOnDisk">Highest sequence of any segment.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public CursorKeeper(string folder, long lastOnDisk, DateTimeOffset now)
    {
        _file = new(folder);
        var known = _file.Read();

        // Without a cursor the clock keeps the numbers above those of an outbox that someone deleted.
        var microseconds = (now.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;
        Last = Math.Max(lastOnDisk, known?.ReservedThrough ?? Math.Max(0, microseconds));
        _current = new(known?.ReceiptedThrough ?? 0, Last + Block);
        _file.Write(_current);
        _written = _current;
    }

    /// <summary>The last number given out, in this run or before.</summary>
    public long Last { get; private set; }

    public long ReceiptedThrough
    {
        get => _current.ReceiptedThrough;
        set => _current = _current with { ReceiptedThrough = value };
    }

    public long Next() => ++Last;

    /// <summary>False when the disk refuses to set aside as many numbers; then none may be given out.</summary>
    public bool Reserve(int count, Action<Exception> refused)
    {
        // Half a block is kept in hand, so that a disk that is full for a moment does not stop the numbering.
        if (Last + count + (Block / 2) < _current.ReservedThrough)
            return true;

        var wanted = _current with { ReservedThrough = Last + count + Block };
        return Write(wanted, refused) || Last + count <= _written.ReservedThrough;
    }

    /// <summary>Writes what changed since it was last written.</summary>
    public void Persist(Action<Exception> refused) => Write(_current, refused);

    /// <summary>The end of a run: what was reserved and not used is free again.</summary>
    public void Close(Action<Exception> refused) => Write(_current with { ReservedThrough = Last }, refused);

    bool Write(OutboxCursor cursor, Action<Exception> refused)
    {
        if (cursor == _written)
            return true;

        try
        {
            _file.Write(cursor);
            _current = _written = cursor;
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            refused(fault);
            return false;
        }
    }
}
