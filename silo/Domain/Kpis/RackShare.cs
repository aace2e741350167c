using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>
/// Facility energy that is allocated to one rack: its own, and its share of the room's overhead by IT energy. A rack has no
/// PUE of its own; its quotient is the room's by construction.
/// </summary>
public static class RackShare
{
    /// <summary>To the nearest watt-hour; null when the room has no IT energy.</summary>
    public static Energy? Allocated(Energy rackIt, Energy roomFacility, Energy roomIt) => roomIt > Energy.Zero
        ? rackIt + new Energy((long)decimal.Round(
            (decimal)(roomFacility - roomIt).WattHours * rackIt.WattHours / roomIt.WattHours, MidpointRounding.AwayFromZero))
        : null;
}
