using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Green;

/// <summary>Green electricity that a facility owns the attributes of, for a run of local days.</summary>
/// <param name="From">First local day.</param>
/// <param name="To">First local day no longer.</param>
/// <param name="Energy">Of the whole run; a part of it counts by its days.</param>
/// <param name="Certificate">Number of the certificate or the contract.</param>
/// <param name="RetiredOn">Day on which the certificate was retired for this facility; null while it is not, and then it counts nothing.</param>
public sealed record GreenContract(
    FacilityId Facility, GreenSource Source, DateOnly From, DateOnly To, Energy Energy, string Certificate, DateOnly? RetiredOn);
