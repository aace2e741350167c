namespace DcOps.Domain.History;

/// <summary>Where grains leave rows for history. Never blocks and never fails: what the store cannot take now is kept on disk.</summary>
public interface IHistoryFeed
{
    void Offer(HistoryBatch batch);
}
