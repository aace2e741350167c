namespace DcOps.Domain.Statements;

/// <summary>Who acts, and as what.</summary>
public readonly record struct Actor(string Name, ActorRole Role);
