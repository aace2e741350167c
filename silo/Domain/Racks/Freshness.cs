namespace DcOps.Domain.Racks;

/// <summary>Whether a value is still within the age that was promised for it.</summary>
public enum Freshness : byte
{
    /// <summary>Nothing was ever read.</summary>
    NeverSeen = 0,

    Live = 1,

    /// <summary>Older than promised: shown with its age, in no total.</summary>
    Stale = 2,
}
