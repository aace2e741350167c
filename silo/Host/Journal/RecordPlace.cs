namespace DcOps.Silo.Host.Journal;

/// <summary>Where a record lies.</summary>
/// <param name="Position">Of its head.</param>
/// <param name="Length">Bytes, head included.</param>
readonly record struct RecordPlace(JournalSegment Segment, long Position, int Length);
