namespace DcOps.Domain.Green;

/// <summary>What makes a site one of the old, small and scattered (老旧小散).</summary>
public enum SiteTrait : byte
{
    HighPue = 0,
    LowOccupancy = 1,
    Small = 2,
    Old = 3,
}
