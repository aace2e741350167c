using DcOps.Domain.Telemetry;

namespace DcOps.Contracts.Wire;

/// <summary>What one thread writes batches in, again and again: a collector writes thousands a second.</summary>
sealed class EncodingRoom
{
    const int UsualBatch = 4_096;

    [ThreadStatic]
    static EncodingRoom? _ofThread;

    readonly WireWriter _whole = new(UsualBatch);
    readonly WireWriter _section = new(UsualBatch);
    readonly WireWriter _register = new(64);
    readonly DeviceNames _devices = new();

    public static EncodingRoom OfThread => _ofThread ??= new();

    /// <returns>Valid until the next batch of this thread.</returns>
    public ReadOnlySpan<byte> Encode(ReadingBatch batch)
    {
        _whole.Clear();
        _devices.Clear();
        _whole.Byte(ReadingBatchCodec.Version);
        WriteHead(batch);
        WriteDevices(batch);
        WriteReadings(batch);
        if (!batch.Registers.IsDefaultOrEmpty)
            WriteRegisters(batch);
        return _whole.Written;
    }

    void WriteHead(ReadingBatch batch)
    {
        _section.Text(batch.Collector);
        _section.Unsigned((ulong)batch.Sequence);
        _section.Text(batch.Location.Path);
        _section.Unsigned((ulong)batch.CollectedAt.UtcTicks);
        if (batch.Lane != ReadingLane.Ordered)
            _section.Byte((byte)batch.Lane);
        Close(WireSection.Head);
    }

    void WriteDevices(ReadingBatch batch)
    {
        foreach (ref readonly var reading in batch.Readings.AsSpan())
            _devices.Of(reading.Point.Device);
        if (!batch.Registers.IsDefaultOrEmpty)
        {
            foreach (var register in batch.Registers)
                _devices.Of(register.Point.Device);
        }

        _section.Unsigned((ulong)_devices.Names.Count);
        foreach (var name in _devices.Names)
            _section.Text(name);
        Close(WireSection.Devices);
    }

    void WriteReadings(ReadingBatch batch)
    {
        _section.Unsigned((ulong)batch.Readings.Length);
        var last = new ReadingCodec.Neighbour(-1, batch.CollectedAt.UtcTicks);
        foreach (ref readonly var reading in batch.Readings.AsSpan())
            ReadingCodec.Write(_section, reading, _devices.Of(reading.Point.Device), ref last);
        Close(WireSection.Readings);
    }

    void WriteRegisters(ReadingBatch batch)
    {
        _section.Unsigned((ulong)batch.Registers.Length);
        foreach (var register in batch.Registers)
        {
            _register.Clear();
            RegisterCodec.Write(_register, register, _devices.Of(register.Point.Device));
            _section.Block(_register.Written);
        }

        Close(WireSection.Registers);
    }

    void Close(WireSection tag)
    {
        _whole.Byte((byte)tag);
        _whole.Block(_section.Written);
        _section.Clear();
    }
}
