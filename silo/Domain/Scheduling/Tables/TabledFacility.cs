using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Tables;

/// <param name="Region">Code of its region.</param>
/// <param name="Offer">Without its series.</param>
sealed record TabledFacility(int Index, int Line, string Region, FacilityOffer Offer);
