namespace DcOps.History.Influx;

/// <summary>Where the InfluxDB is and how to speak to it.</summary>
/// <param name="Url">Scheme, host and port.</param>
/// <param name="Timeout">A request that takes longer has failed.</param>
abstract record InfluxOptions(Uri Url, TimeSpan Timeout)
{
    /// <summary>InfluxDB 1.x.</summary>
    /// <param name="User">Null where the server asks nobody for a name.</param>
    public sealed record Version1(Uri Url, string Database, string? User, string? Password, TimeSpan Timeout)
        : InfluxOptions(Url, Timeout);

    /// <summary>InfluxDB 2.x and what takes its write path. The bucket must exist; queries are InfluxQL by its mapping to a database.</summary>
    /// <param name="Token">Null where the server asks for none.</param>
    public sealed record Version2(Uri Url, string Org, string Bucket, string? Token, TimeSpan Timeout)
        : InfluxOptions(Url, Timeout);
}
