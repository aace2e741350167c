namespace DcOps.Domain.Scheduling.Headroom;

/// <summary>What keeps a facility from taking more.</summary>
public enum LimitKind
{
    Transformer,
    Ups,
    Feeder,
    Generator,
    Cooling,
    Contract,
}
