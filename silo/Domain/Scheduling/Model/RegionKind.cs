namespace DcOps.Domain.Scheduling.Model;

/// <summary>What a region is for in the province's plan: two cores, three support regions, four bases, a western hub.</summary>
public enum RegionKind
{
    Core,
    Support,
    Base,
    WesternHub,
}
