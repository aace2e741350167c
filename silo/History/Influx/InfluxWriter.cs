using DcOps.Domain.History;
using Microsoft.Extensions.Logging;

namespace DcOps.History.Influx;

/// <summary>
/// Rows to InfluxDB. A row the server will never take is counted, named and left; a server that cannot take rows now is an
/// exception, so that whoever calls keeps the batch and tries again.
/// </summary>
sealed partial class InfluxWriter(IInfluxServer server, HistoryMetrics metrics, ILogger<InfluxWriter> logger) : IHistoryWriter
{
    /// <summary>Requests one batch may cost beyond the first, in search of the rows at fault; then whole parts are given up.</summary>
    const int SearchRequests = 64;

    bool _databaseMade;

    public async Task WriteAsync(HistoryBatch batch, CancellationToken cancellationToken)
    {
        var lines = PointLines.Of(batch);
        if (!_databaseMade)
        {
            await server.CreateDatabaseAsync(cancellationToken);
            _databaseMade = true;
        }

        var refusals = new Refusals();
        foreach (var unfit in lines.Unfit)
            refusals.Add(1, unfit);
        if (lines.Count > 0)
            await WriteAsync(lines, refusals, cancellationToken);
        if (refusals.Rows > 0)
        {
            metrics.Refused.Inc(refusals.Rows);
            LogRefused(refusals.Rows, refusals.FirstReason);
        }
    }

    async Task WriteAsync(PointLines lines, Refusals refusals, CancellationToken cancellationToken)
    {
        var parts = new Stack<(int First, int Count)>([(0, lines.Count)]);
        var requests = 0;
        while (parts.TryPop(out var part))
        {
            requests++;
            var reason = await server.WriteAsync(lines.Slice(part.First, part.Count), cancellationToken) switch
            {
                InfluxAnswer.Accepted => null,
                InfluxAnswer.Partial answer => refusals.Add(answer.Dropped, answer.Reason),
                InfluxAnswer.NoDatabase answer => throw Forgotten(answer),
                InfluxAnswer.TooLarge => "the server takes no request of this size",
                InfluxAnswer.Refused answer => answer.Reason,
                _ => throw new InvalidOperationException("An answer of no known kind."),
            };
            if (reason is null)
                continue;

            if (part.Count == 1 || requests > SearchRequests)
            {
                refusals.Add(part.Count, $"{lines.Text(part.First)}: {reason}");
                continue;
            }

            var half = part.Count / 2;
            parts.Push((part.First + half, part.Count - half));
            parts.Push((part.First, half));
        }
    }

    // Somebody dropped the database: the next try makes it again.
    HistoryUnavailableException Forgotten(InfluxAnswer.NoDatabase answer)
    {
        _databaseMade = false;
        return new($"InfluxDB has no place for history: {answer.Reason}");
    }

    [LoggerMessage(LogLevel.Warning, "InfluxDB refused {Rows} rows for good, the first: {Reason}")]
    partial void LogRefused(int rows, string reason);

    sealed class Refusals
    {
        public int Rows { get; private set; }

        public string FirstReason { get; private set; } = "";

        /// <returns>Null: nothing is left to do about these rows.</returns>
        public string? Add(int rows, string reason)
        {
            if (Rows == 0)
                FirstReason = reason;
            Rows += rows;
            return null;
        }
    }
}
