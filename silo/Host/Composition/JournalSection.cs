using System.ComponentModel.DataAnnotations;

namespace DcOps.Silo.Host.Composition;

/// <summary>Section <c>journal</c>: what receipts rest on. Absent: on a journal in the data folder.</summary>
sealed record JournalSection
{
    public const string Name = "journal";

    /// <summary>
    /// False lets receipts wait for checkpoints. In a cluster there is never one: its silos can read each other's checkpoints and
    /// not each other's disks.
    /// </summary>
    public bool Kept { get; init; } = true;

    /// <summary>Disk that it may take; null for 4096. When it is full, receipts wait for checkpoints.</summary>
    [Range(1, 1_048_576, ErrorMessage = "must be between 1 and 1048576 megabytes.")]
    public int? MostMegabytes { get; init; }
}
