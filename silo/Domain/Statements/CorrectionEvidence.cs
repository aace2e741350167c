namespace DcOps.Domain.Statements;

/// <summary>A document that a correction rests on, by its digest: the document itself is kept elsewhere.</summary>
public sealed record CorrectionEvidence(string Name, Digest Digest);
