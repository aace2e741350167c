namespace DcOps.Domain.History;

/// <summary>Whether the store has all rows that were offered on this machine. While it has not, nothing may be closed over it.</summary>
public interface IHistoryBacklog
{
    /// <summary>False while rows wait on disk for the store.</summary>
    bool IsEmpty { get; }
}
