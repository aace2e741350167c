namespace DcOps.Domain.Statements;

/// <summary>One file as the manifest names it.</summary>
/// <param name="Sha256">64 small hexadecimal digits.</param>
public sealed record ManifestEntry(string Name, string Sha256);
