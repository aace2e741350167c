using DcOps.Domain.Units;

namespace DcOps.Domain.Telemetry;

/// <summary>What a fold did with one batch.</summary>
/// <param name="Duplicate">Folded before (its sequence is not above the collector's last): nothing changed.</param>
/// <param name="UnknownLocation">The owner has no such location: nothing but the sequence was taken.</param>
/// <param name="Counts">Its readings by what became of them; all zero for a duplicate.</param>
/// <param name="EnergyBeyondWindow">
/// Energy that a register proves but that lies before the oldest interval still kept, so that no row can carry it.
/// Counted, so that it is never silently lost.
/// </param>
public readonly record struct FoldOutcome(
    bool Duplicate, bool UnknownLocation, ReadingCounts Counts, Energy EnergyBeyondWindow)
{
    public static FoldOutcome AlreadyFolded { get; } = new(true, false, default, Energy.Zero);
}
