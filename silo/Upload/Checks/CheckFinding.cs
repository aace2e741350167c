using DcOps.Upload.Items;

namespace DcOps.Upload.Checks;

/// <summary>An item that does not pass a rule.</summary>
/// <param name="Reason">With the figures, as one clause.</param>
public sealed record CheckFinding(CheckKind Kind, UploadItem Item, string Reason);
