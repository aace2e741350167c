namespace DcOps.Domain.Statements;

/// <summary>One file of a bundle.</summary>
/// <param name="Text">Canonical: UTF-8 without byte order mark when written, lines ended by a line feed.</param>
public sealed record StatementFile(string Name, string Text)
{
    public Digest Digest => Digest.Of(Text);
}
