namespace DcOps.History.Configuration;

/// <summary>Which store keeps history.</summary>
enum HistoryKind
{
    /// <summary>One file beside the process.</summary>
    Embedded,

    /// <summary>An InfluxDB server, or one that takes its line protocol.</summary>
    Influx,
}
