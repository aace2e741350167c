namespace DcOps.Collectors.Pipeline.Profiles;

/// <summary>An object that a collector asks a device for.</summary>
/// <param name="Address">
/// Of a scalar: the instance to get, as it is. Of a column: the column; every instance below it is a row.
/// </param>
public readonly record struct PolledObject(string Address, PollCadence Cadence);
