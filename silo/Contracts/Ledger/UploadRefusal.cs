namespace DcOps.Contracts.Ledger;

/// <summary>What a platform answered instead of taking a message.</summary>
/// <param name="At">UTC.</param>
/// <param name="Item">Key of the item, or of the first of the message; null when no item was sent, as in a registration.</param>
/// <param name="Code">As the platform gave it, or the status of HTTP; null when nobody answered.</param>
/// <param name="Text">What it said, or what went wrong on the way.</param>
public sealed record UploadRefusal(DateTimeOffset At, string? Item, string? Code, string Text);
