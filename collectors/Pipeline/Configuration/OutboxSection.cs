using System.ComponentModel.DataAnnotations;

namespace DcOps.Collectors.Pipeline.Configuration;

/// <summary>How much may wait on disk while the silo is away.</summary>
public sealed class OutboxSection
{
    /// <summary>Folder of the outbox; <c>outbox</c> in the data folder when absent.</summary>
    public string? Folder { get; init; }

    /// <summary>Beyond it the oldest batches are dropped and counted.</summary>
    [Range(1 << 20, 1L << 42)]
    public long MostBytes { get; init; } = 32L << 30;

    /// <summary>Batches that waited longer are dropped and counted.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "3650.00:00:00")]
    public TimeSpan MostAge { get; init; } = TimeSpan.FromDays(45);
}
