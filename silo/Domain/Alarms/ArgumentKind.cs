namespace DcOps.Domain.Alarms;

/// <summary>How an argument of a text is written out for a reader.</summary>
/// <remarks>Numbers are on the wire and on disk: add at the end, never renumber.</remarks>
public enum ArgumentKind : byte
{
    /// <summary>A name that is the same in every language.</summary>
    Name = 0,

    /// <summary>A number without unit.</summary>
    Number = 1,

    /// <summary>A share, 0 to 1; readers see percent.</summary>
    Share = 2,

    /// <summary>In the canonical unit of the quantity that the argument names.</summary>
    Measured = 3,

    /// <summary>s.</summary>
    Duration = 4,

    /// <summary>Seconds of Unix time.</summary>
    Instant = 5,

    /// <summary>Wh.</summary>
    Energy = 6,

    /// <summary>A name that has its own text, as of a state or a kind of equipment.</summary>
    Term = 7,
}
