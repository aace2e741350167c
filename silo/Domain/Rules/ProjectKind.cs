namespace DcOps.Domain.Rules;

/// <summary>How a facility came to be, as rules tell them apart.</summary>
public enum ProjectKind : byte
{
    New = 0,
    Rebuilt = 1,
    Extended = 2,
    Existing = 3,
}
