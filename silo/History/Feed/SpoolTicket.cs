namespace DcOps.History.Feed;

/// <summary>Where one spooled batch stands.</summary>
readonly record struct SpoolTicket(long Segment, long Offset, int Length, int Rows);
