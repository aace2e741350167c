using DcOps.Domain.Topology;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>Where a device stands whose topic does not tell it.</summary>
/// <param name="Name">Of the device at its location.</param>
/// <param name="RatedWatts">Null: as the mapping says.</param>
public sealed record DevicePlacement(Location Location, string Name, double? RatedWatts);
