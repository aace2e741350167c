using DcOps.Domain.Telemetry;

namespace DcOps.Silo.Host.Ingest;

/// <summary>What one collector has queued for one owner, ready to be folded in one call.</summary>
/// <param name="Sent">In order of sequence, each once.</param>
/// <param name="Again">Batches whose sequence is already among those sent.</param>
sealed record CollectorGroup(string Collector, List<QueuedBatch> Sent, List<QueuedBatch> Again)
{
    public ImmutableArray<ReadingBatch> Batches => [.. Sent.Select(queued => queued.Batch)];

    public IEnumerable<QueuedBatch> All => Sent.Concat(Again);

    public static List<CollectorGroup> Of(List<QueuedBatch> queue)
    {
        var groups = new List<CollectorGroup>(1);
        foreach (var queued in queue)
            Find(groups, queued.Batch.Collector).Sent.Add(queued);
        foreach (var group in groups)
            group.Order();
        return groups;
    }

    static CollectorGroup Find(List<CollectorGroup> groups, string collector)
    {
        foreach (var group in groups)
        {
            if (group.Collector == collector)
                return group;
        }

        groups.Add(new(collector, [], []));
        return groups[^1];
    }

    void Order()
    {
        if (IsAscending())
            return;

        var ordered = Sent.OrderBy(queued => queued.Batch.Sequence).ToList();
        Sent.Clear();
        foreach (var queued in ordered)
            (Sent.Count > 0 && Sent[^1].Batch.Sequence == queued.Batch.Sequence ? Again : Sent).Add(queued);
    }

    bool IsAscending()
    {
        for (var index = 1; index < Sent.Count; index++)
        {
            if (Sent[index].Batch.Sequence <= Sent[index - 1].Batch.Sequence)
                return false;
        }

        return true;
    }
}
