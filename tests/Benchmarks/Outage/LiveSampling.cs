using DcOps.Collectors.Pipeline.Delivery;

namespace DcOps.Benchmarks.Outage;

/// <summary>The site's sampling at the pace of the clock: what is due goes into the outbox, and past a backlog too, as the batcher does.</summary>
sealed class LiveSampling(
    OutageOptions options,
    PlayedSite site,
    TimeProvider clock,
    Outbox outbox,
    AheadQueue ahead,
    DeliveryOptions delivery,
    Centre uncut,
    Centre centre,
    DateTimeOffset from)
{
    const long FirstSequence = 1L << 40;
    readonly int _flushes = (int)(options.Interval / delivery.FlushInterval);
    long _flush;
    long _sequence = FirstSequence;
    DateTimeOffset _rowsAt;

    /// <summary>Instant up to which every rack was sampled.</summary>
    public DateTimeOffset Through => from + (_flush * delivery.FlushInterval);

    /// <summary>Samples until the condition holds.</summary>
    public async Task UntilAsync(Func<bool> holds, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(delivery.FlushInterval);
        while (!holds() || _flush == 0)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
            while (Through <= clock.GetUtcNow())
                Flush();
            if (clock.GetUtcNow() < _rowsAt)
                continue;

            _rowsAt = clock.GetUtcNow() + TimeSpan.FromSeconds(1);
            centre.TakeRows(clock.GetUtcNow());
            uncut.TakeRows(clock.GetUtcNow());
            outbox.Maintain();
        }
    }

    void Flush()
    {
        var at = Through;
        var batches = new List<OpenBatch>();
        for (var rack = (int)(_flush % _flushes); rack < site.Racks; rack += _flushes)
            batches.Add(site.Sample(rack, at));
        foreach (var batch in batches)
            uncut.Fold(batch.Number("uncut", ++_sequence), at);

        var lags = outbox.Lag >= delivery.AheadAfter;
        outbox.Append(batches);
        if (lags)
            ahead.Add(batches);
        else
            ahead.Clear();
        _flush++;
    }
}
