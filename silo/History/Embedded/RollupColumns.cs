using DcOps.Domain.Racks;
using DuckDB.NET.Data;

namespace DcOps.History.Embedded;

/// <summary>A rollup as four columns, all null when the quantity was not read.</summary>
static class RollupColumns
{
    public static string Named(string quantity) =>
        $"{quantity}_min DOUBLE, {quantity}_mean DOUBLE, {quantity}_max DOUBLE, {quantity}_last DOUBLE";

    public static IDuckDBAppenderRow Append(this IDuckDBAppenderRow row, MinuteRollup? rollup) =>
        rollup is { } known
            ? row.AppendValue(known.Min).AppendValue(known.Mean).AppendValue(known.Max).AppendValue(known.Last)
            : row.AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue();

    public static MinuteRollup? Rollup(this DuckDBDataReader row, int column) =>
        row.IsDBNull(column)
            ? null
            : new(row.GetDouble(column), row.GetDouble(column + 1), row.GetDouble(column + 2), row.GetDouble(column + 3));
}
