namespace DcOps.Domain.Statements;

/// <summary>One thing that a bundle's check found wrong.</summary>
/// <param name="File">Which file; the manifest when the bundle as a whole is meant.</param>
public sealed record StatementFinding(string File, string Reason)
{
    public override string ToString() => $"{File}: {Reason}";
}
