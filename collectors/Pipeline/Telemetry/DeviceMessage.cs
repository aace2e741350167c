using DcOps.Collectors.Pipeline.Devices;

namespace DcOps.Collectors.Pipeline.Telemetry;

/// <summary>What one device said at one instant, in its own units.</summary>
/// <param name="ObservedAt">When it said it, UTC.</param>
/// <param name="Values">In any order; an address appears once.</param>
public sealed record DeviceMessage(Device Device, DateTimeOffset ObservedAt, ImmutableArray<RawValue> Values);
