namespace DcOps.Collectors.Mqtt.Sparkplug;

/// <summary>A table as one value.</summary>
/// <param name="Rows">Each with a value per column; a value that is null on the wire is null here.</param>
public sealed record SparkplugDataSet(
    ulong ColumnCount,
    ImmutableArray<string> Columns,
    ImmutableArray<SparkplugType> Types,
    ImmutableArray<ImmutableArray<SparkplugValue?>> Rows);
