using System.ComponentModel.DataAnnotations;

namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>Where batches wait for their receipts, and how many may.</summary>
public sealed class OutboxOptions
{
    /// <summary>One folder for one collector, and no other program writes there.</summary>
    [Required, MinLength(1)]
    public required string Folder { get; init; }

    /// <summary>Stable name of the collector: with a batch's number it identifies the batch for ever.</summary>
    [Required, RegularExpression("[a-z0-9][a-z0-9.-]{0,63}", ErrorMessage = "must be small letters, digits, dots and hyphens.")]
    public required string Collector { get; init; }

    /// <summary>Beyond it the oldest batches are dropped and counted. How long that lasts is in the README of collectors/Host.</summary>
    [Range(1 << 20, 1L << 42)]
    public long MostBytes { get; init; } = 32L << 30;

    /// <summary>Batches that waited longer are dropped and counted.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "3650.00:00:00")]
    public TimeSpan MostAge { get; init; } = TimeSpan.FromDays(45);

    /// <summary>Size at which a file is closed and the next begun: what is dropped or deleted at once.</summary>
    [Range(1 << 16, 1 << 30)]
    public int SegmentBytes { get; init; } = 16 << 20;

    /// <summary>Encoded size of the batches that are kept in memory too, so that delivery reads no file while it keeps up.</summary>
    [Range(0, 1 << 30)]
    public int WindowBytes { get; init; } = 32 << 20;
}
