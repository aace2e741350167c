using DcOps.Domain.Units;

namespace DcOps.Domain.Facilities;

/// <summary>Energy of a facility's coolant loops over the intervals in which both sides are complete.</summary>
/// <param name="Pumps">What the loops' pumps took.</param>
/// <param name="It">E_IT at the first declared category.</param>
[GenerateSerializer, Immutable, Alias("CoolantEnergy")]
public readonly record struct CoolantEnergy([property: Id(0)] Energy Pumps, [property: Id(1)] Energy It)
{
    /// <summary>Partial PUE of the loops: pumps and IT over IT (ISO/IEC 30134-2, derivatives); null when there is no IT energy.</summary>
    public Ratio? PartialPue => It > Energy.Zero ? (Pumps + It) / It : null;
}
