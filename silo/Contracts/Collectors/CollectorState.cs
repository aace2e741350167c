namespace DcOps.Contracts.Collectors;

/// <summary>Whether the province hears a collector.</summary>
public enum CollectorState : byte
{
    /// <summary>Enrolled, and not heard since this silo started.</summary>
    NeverHeard = 0,
    Live = 1,

    /// <summary>Heard, and then not for <see cref="CollectorSnapshot.SilentAfter"/>.</summary>
    Silent = 2,
}
