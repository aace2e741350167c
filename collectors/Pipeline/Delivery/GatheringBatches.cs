using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>Readings by location, until they are closed into batches. Its owner holds a lock.</summary>
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
        if (!_byLocation.TryGetValue(key, out var gathering))
            _byLocation[key] = gathering = new();
        gathering.Readings.AddRange(readings.Readings);
        foreach (var register in readings.Registers)
            gathering.Registers[register.Point] = register;
        Readings += readings.Readings.Length;
    }

    public List<OpenBatch> Close(DateTimeOffset now) =>
        [.. _byLocation.Select(entry => new OpenBatch(
            entry.Key.Location, now, entry.Value.Readings.DrainToImmutable(), [.. entry.Value.Registers.Values])
        {
            Lane = entry.Key.Lane,
        })];

    sealed class Gathering
    {
        public ImmutableArray<Reading>.Builder Readings { get; } = ImmutableArray.CreateBuilder<Reading>(16);

        /// <summary>The newest traits of a point count.</summary>
        public Dictionary<PointId, RegisterTraits> Registers { get; } = [];
    }
}
