using System.Text.Json;
using DcOps.Domain.Racks;
using DcOps.Domain.Units;

namespace DcOps.History.Influx;

/// <summary>One row of an answer, its values by name.</summary>
readonly struct InfluxRow(ImmutableArray<string> columns, JsonElement values)
{
    public DateTimeOffset Time => DateTimeOffset.FromUnixTimeSeconds(values[0].GetInt64());

    /// <summary>Whether the point that was written last knew the value of this bit.</summary>
    public bool Knows(int bit) => (Whole(Schema.Known) >> bit & 1) == 1;

    public bool Has(string column) => Value(column).ValueKind != JsonValueKind.Null;

    public MinuteRollup? Rollup(int bit, RollupFields fields) =>
        Knows(bit) ? new(Real(fields.Min), Real(fields.Mean), Real(fields.Max), Real(fields.Last)) : null;

    public Energy? Energy(int bit) => Knows(bit) ? new Energy(Whole(Schema.Energy)) : null;

    public double Real(string column) => Value(column).GetDouble();

    public long Whole(string column) => Value(column).GetInt64();

    public string Text(string column) => Value(column).GetString()!;

    JsonElement Value(string column) => values[columns.IndexOf(column)];
}
