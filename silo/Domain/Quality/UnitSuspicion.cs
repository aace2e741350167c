namespace DcOps.Domain.Quality;

/// <summary>
/// A device that says kW where W is meant, found by its own register: power times time must be the energy it counts.
/// </summary>
public enum UnitSuspicion : byte
{
    None = 0,

    /// <summary>The reported power is about a thousandth of what the register counts: kW taken for W.</summary>
    ThousandTooSmall = 1,

    /// <summary>The reported power is about a thousand times what the register counts: W taken for kW.</summary>
    ThousandTooLarge = 2,
}
