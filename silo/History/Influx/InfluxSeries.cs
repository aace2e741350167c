using System.Text.Json;

namespace DcOps.History.Influx;

/// <summary>One series of an answer.</summary>
/// <param name="Rows">Arrays of values in the order of <paramref name="Columns"/>; the first is the time in seconds.</param>
sealed record InfluxSeries(
    IReadOnlyDictionary<string, string> Tags, ImmutableArray<string> Columns, ImmutableArray<JsonElement> Rows);
