namespace DcOps.History.Embedded;

/// <summary>How the embedded store keeps its rows.</summary>
/// <param name="Folder">Holds the store's one file; made when it is absent. One process at a time may open it.</param>
/// <param name="KeepDays">Whole UTC days that minute rows are kept. Ledger rows are kept for ever.</param>
/// <param name="RecentRows">Rack minutes gathered before they are sorted by rack into their day. More means faster reading of one rack, and more memory.</param>
/// <param name="MemoryMegabytes">What the engine may use for its buffers and sorting; beyond it, it sorts on disk.</param>
/// <param name="Threads">Threads of the engine; null for one per core.</param>
public sealed record EmbeddedOptions(
    string Folder,
    int KeepDays = 400,
    int RecentRows = 4_000_000,
    int MemoryMegabytes = 1_024,
    int? Threads = null);
