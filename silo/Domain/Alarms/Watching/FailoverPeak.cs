namespace DcOps.Domain.Alarms.Watching;

/// <summary>What two feeds carried together, day by day, as it survives a restart.</summary>
/// <param name="Pair">Name of the pair of feeds.</param>
/// <param name="Day">Number of the newest local day.</param>
/// <param name="Today">Highest sums of that day: of all phases, then of each; A or W, NaN where none was seen.</param>
/// <param name="Yesterday">Of the day before, likewise.</param>
[GenerateSerializer, Immutable, Alias("FailoverPeak")]
public sealed record FailoverPeak(
    [property: Id(0)] string Pair,
    [property: Id(1)] int Day,
    [property: Id(2)] ImmutableArray<double> Today,
    [property: Id(3)] ImmutableArray<double> Yesterday);
