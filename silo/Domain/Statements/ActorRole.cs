namespace DcOps.Domain.Statements;

/// <summary>In which role a person acts on a correction.</summary>
public enum ActorRole : byte
{
    Operator = 0,
    Regulator = 1,
}
