namespace DcOps.Domain.Access;

/// <summary>How much of the province an address shows or changes.</summary>
public enum Reach
{
    /// <summary>Nothing of it: open to everybody, or guarded by means of its own.</summary>
    Anyone,

    /// <summary>Nothing but the person's own matters.</summary>
    Person,

    /// <summary>The facility that the address names.</summary>
    Facility,

    /// <summary>The city that the address names.</summary>
    City,

    /// <summary>All of it, or nobody can tell which part.</summary>
    Province,
}
