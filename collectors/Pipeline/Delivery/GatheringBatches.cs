using System.Runtime.InteropServices;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>Readings by location, until they are closed into batches; used again after it. Its owner holds a lock.</summary>
sealed class GatheringBatches
{
    readonly Dictionary<(Location Location, ReadingLane Lane), Gathering> _byLocation = [];

    public int Readings { get; private set; }

    /// <summary>Those who wait until the readings added so far are on disk.</summary>
    public List<TaskCompletionSource> Waiting { get; } = [];

    public void Add(DeviceReadings readings)
    {
        if (readings.Readings.IsEmpty)
            return;

        var key = (readings.Device.Location, readings.IsHistorical ? ReadingLane.Historical : ReadingLane.Ordered);
        ref var gathering = ref CollectionsMarshal.GetValueRefOrAddDefault(_byLocation, key, out var isKnown);
        if (!isKnown)
            gathering = new(readings, null);
        else if (gathering.More is { } more)
            more.Add(readings);
        else
            gathering = gathering with { More = [readings] };
        Readings += readings.Readings.Length;
    }

    public List<OpenBatch> Close(DateTimeOffset now)
    {
        var batches = new List<OpenBatch>(_byLocation.Count);
        foreach (var ((location, lane), gathering) in _byLocation)
            batches.Add(new(location, now, gathering.Readings, gathering.Registers) { Lane = lane });
        return batches;
    }

    public void Clear()
    {
        _byLocation.Clear();
        Waiting.Clear();
        Readings = 0;
    }

    /// <param name="More">Null: one message alone, as of most locations between two flushes; nothing is copied then.</param>
    readonly record struct Gathering(DeviceReadings First, List<DeviceReadings>? More)
    {
        public ImmutableArray<Reading> Readings =>
            More is null ? First.Readings : [.. First.Readings, .. More.SelectMany(readings => readings.Readings)];

        /// <summary>The newest traits of a point count.</summary>
        public ImmutableArray<RegisterTraits> Registers
        {
            get
            {
                if (More is null)
                    return First.Registers;

                var newest = new Dictionary<PointId, RegisterTraits>();
                foreach (var register in First.Registers.Concat(More.SelectMany(readings => readings.Registers)))
                    newest[register.Point] = register;
                return [.. newest.Values];
            }
        }
    }
}
