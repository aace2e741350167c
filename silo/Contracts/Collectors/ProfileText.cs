namespace DcOps.Contracts.Collectors;

/// <summary>One device profile as its file holds it.</summary>
/// <param name="File">File name without folder, as in <c>acme-pdu.json</c>.</param>
public sealed record ProfileText(string File, string Text);
