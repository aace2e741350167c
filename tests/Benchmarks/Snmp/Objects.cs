namespace DcOps.Benchmarks.Snmp;

/// <summary>The 35 objects below rPDU2 that every simulated device has and every candidate reads, by column; beside them sysUpTime.</summary>
static class Objects
{
    public const string Root = "1.3.6.1.4.1.318.1.1.26";
    public const string SysUpTime = "1.3.6.1.2.1.1.3.0";

    /// <summary>Column and number of its rows.</summary>
    public static readonly ImmutableArray<(string Column, int Rows)> Columns =
    [
        .. new[] { 3, 4, 5, 6, 8, 9 }.Select(column => ($"{Root}.2.1.{column}", 1)),
        .. new[] { 1, 2, 4, 5, 6, 9, 12, 16, 17 }.Select(column => ($"{Root}.4.3.1.{column}", 1)),
        .. new[] { 4, 5, 6, 7 }.Select(column => ($"{Root}.6.3.1.{column}", 3)),
        .. new[] { 3, 6, 8, 10 }.Select(column => ($"{Root}.10.2.2.1.{column}", 2)),
    ];

    /// <summary>The instances that are numbers.</summary>
    public static IEnumerable<string> Numbers => Columns
        .Where(entry => !entry.Column.StartsWith($"{Root}.2.1.", StringComparison.Ordinal) && entry.Column != $"{Root}.10.2.2.1.3")
        .SelectMany(entry => Enumerable.Range(1, entry.Rows).Select(row => $"{entry.Column}.{row}"));
}
