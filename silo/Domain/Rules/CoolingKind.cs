namespace DcOps.Domain.Rules;

/// <summary>What carries heat away from the IT equipment.</summary>
public enum CoolingKind : byte
{
    Air = 0,
    Liquid = 1,
    Mixed = 2,
}
