using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Contracts.Wire;

/// <summary>A batch as its sections come in.</summary>
sealed class BatchDraft
{
    const int MostDevices = 65_536;

    readonly List<string> _devices = [];
    ImmutableArray<Reading> _readings = [];
    ImmutableArray<RegisterTraits> _registers = [];
    (string Collector, long Sequence, Location Location, DateTimeOffset CollectedAt, ReadingLane Lane)? _head;

    public WireFault Fault { get; private set; }

    public void Take(WireSection tag, WireReader section)
    {
        switch (tag)
        {
            case WireSection.Head:
                Head(ref section);
                break;
            case WireSection.Devices:
                Devices(ref section);
                break;
            case WireSection.Readings when _head is { } head:
                Readings(ref section, head.CollectedAt.UtcTicks);
                break;
            case WireSection.Registers:
                Registers(ref section);
                break;
            case WireSection.Readings:
                Fault = WireFault.Malformed;
                return;
            default:
                return;
        }

        // Inside a section whose length was whole, an early end is a contradiction, not a cut.
        Fault = section.Fault == WireFault.Truncated ? WireFault.Malformed : section.Fault;
    }

    public WireFault Finish(out ReadingBatch? batch)
    {
        batch = _head is { } head
            ? new(head.Collector, head.Sequence, head.Location, head.CollectedAt, _readings, _registers, head.Lane)
            : null;
        return batch is null ? WireFault.Truncated : WireFault.None;
    }

    void Head(ref WireReader section)
    {
        var collector = section.Text();
        var sequence = section.Unsigned();
        var path = section.Text();
        var ticks = section.Unsigned();
        if (section.Fault != WireFault.None)
            return;

        if (collector.Length == 0 || sequence is 0 or > long.MaxValue || !Location.TryParse(path, out var location)
            || ticks > (ulong)DateTimeOffset.MaxValue.Ticks)
        {
            section.Refuse(WireFault.Malformed);
            return;
        }

        // A release that knew no lanes wrote none.
        var lane = section.AtEnd ? ReadingLane.Ordered : (ReadingLane)section.Byte();
        if (lane > ReadingLane.Historical)
            section.Refuse(WireFault.Malformed);
        else
            _head = (collector, (long)sequence, location, new((long)ticks, TimeSpan.Zero), lane);
    }

    void Devices(ref WireReader section)
    {
        var count = section.Count(MostDevices);
        for (var position = 0; position < count && section.Fault == WireFault.None; position++)
            _devices.Add(section.Text());
    }

    void Readings(ref WireReader section, long collectedTicks)
    {
        // A reading is at least four bytes, so a count beyond that is a lie, told before memory is set aside.
        var count = section.Count(section.Remaining / 4);
        var readings = ImmutableArray.CreateBuilder<Reading>(count);
        var last = new ReadingCodec.Neighbour(-1, collectedTicks);
        for (var position = 0; position < count && section.Fault == WireFault.None; position++)
        {
            if (ReadingCodec.Read(ref section, _devices, ref last) is { } reading)
                readings.Add(reading);
        }

        _readings = readings.DrainToImmutable();
    }

    void Registers(ref WireReader section)
    {
        var count = section.Count(section.Remaining);
        var registers = ImmutableArray.CreateBuilder<RegisterTraits>();
        for (var position = 0; position < count && section.Fault == WireFault.None; position++)
        {
            var block = new WireReader(section.Block());
            if (section.Fault != WireFault.None)
                break;

            registers.Add(RegisterCodec.Read(ref block, _devices));
            if (block.Fault != WireFault.None)
                section.Refuse(WireFault.Malformed);
        }

        _registers = registers.DrainToImmutable();
    }
}
