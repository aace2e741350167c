using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>A meaning as the file writes it, an entry's own keys and those of one of its kinds already put together.</summary>
/// <param name="Path">Of the entry, or of the kind in it.</param>
/// <param name="OwnerPath">Of the entry.</param>
sealed record MeaningDraft(
    Quantity Quantity,
    string? Unit,
    double Scale,
    string? Part,
    CodeMap? States,
    bool Flags,
    double[]? Limits,
    RegisterEntry? Register,
    string Path,
    string OwnerPath);
