using DcOps.Domain.History;

namespace DcOps.History.Feed;

/// <summary>
/// Decides where rows go: to the store, or to the spool while it is away or slow; and from the spool to the store when it
/// is back. Versions of one row arrive in the order in which they were offered: a row that may have an earlier version in
/// the spool follows it there, all others pass by, so that live rows do not wait for a long drain.
/// </summary>
sealed class HistoryPump(StoreLane lane, Spool spool, FeedOptions options, HistoryMetrics metrics)
{
    /// <summary>When it returns, the rows are in the store or on disk.</summary>
    /// <param name="late">Whether the rows have waited too long to try the store first.</param>
    /// <exception cref="IOException">They are in neither: the store did not take them and the disk refuses.</exception>
    public async Task DeliverAsync(HistoryBatch live, bool late)
    {
        await CollectAsync();
        var (direct, behind) = spool.IsEmpty ? (live, HistoryBatch.Empty) : spool.Newest.Split(live);
        Keep(behind);
        if (direct.Rows == 0)
            return;

        if (late || !lane.IsFree)
        {
            Keep(direct);
            return;
        }

        switch (await lane.WriteAsync(direct))
        {
            case WriteOutcome.Unavailable:
                Keep(direct);
                return;
            case WriteOutcome.Slow:
                lane.SlowIsSpooled(Keep(direct));
                return;
        }
    }

    /// <summary>Brings one batch from the spool to the store.</summary>
    /// <returns>Whether it got there, so that another may follow.</returns>
    public async Task<bool> DrainAsync()
    {
        await CollectAsync();
        if (spool.IsEmpty || !lane.IsFree)
            return false;

        var (batch, tickets) = spool.Peek(options.BatchRows);
        switch (await lane.WriteAsync(batch))
        {
            case WriteOutcome.Stored:
                spool.Done(tickets);
                return true;
            case WriteOutcome.Slow:
                lane.SlowIsSpooled(tickets);
                return false;
            default:
                return false;
        }
    }

    /// <summary>Waits for a write under way and notes what came of it.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await lane.SettleAsync(cancellationToken);
        await CollectAsync();
    }

    async Task CollectAsync() => spool.Done(await lane.CollectAsync());

    ImmutableArray<SpoolTicket> Keep(HistoryBatch batch)
    {
        if (batch.Rows == 0)
            return [];

        var ticket = spool.Append(batch);
        metrics.Spooled.Inc(batch.Rows);
        return [ticket];
    }
}
