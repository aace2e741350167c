using DcOps.Domain.History;

namespace DcOps.History.Influx;

/// <summary>
/// The server as the store uses it: line protocol in, InfluxQL out. The one seam behind which another client,
/// such as the InfluxDB.Client package, can take the place of ours.
/// </summary>
interface IInfluxServer
{
    /// <summary>Makes the database where the server's version lets a client do so; else nothing.</summary>
    /// <exception cref="HistoryUnavailableException">The server cannot be reached, or does not let us.</exception>
    Task CreateDatabaseAsync(CancellationToken cancellationToken);

    /// <param name="lines">Line protocol, timestamps in seconds.</param>
    /// <exception cref="HistoryUnavailableException">The server cannot be reached, or cannot take lines now.</exception>
    Task<InfluxAnswer> WriteAsync(ReadOnlyMemory<byte> lines, CancellationToken cancellationToken);

    /// <param name="influxQl">One statement: of several, version 1.6 tells only the last one's fate when the first fails.</param>
    /// <returns>Times in seconds. Empty when the database does not exist.</returns>
    /// <exception cref="HistoryUnavailableException">The server cannot be reached, or did not answer the whole question.</exception>
    Task<ImmutableArray<InfluxSeries>> QueryAsync(string influxQl, CancellationToken cancellationToken);
}
