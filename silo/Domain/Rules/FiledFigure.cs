using DcOps.Domain.Topology;

namespace DcOps.Domain.Rules;

/// <summary>One figure of a facility's history, ready to be judged again.</summary>
public sealed record FiledFigure(FacilityId Facility, BusinessPeriod Period, FacilityProfile Profile, RuleMeasurement Measured);
