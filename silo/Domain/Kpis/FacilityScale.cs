namespace DcOps.Domain.Kpis;

/// <summary>Size class of a data centre by standard racks.</summary>
public enum FacilityScale : byte
{
    /// <summary>中小型: below 3 000.</summary>
    SmallOrMedium = 0,

    /// <summary>大型: 3 000 and more.</summary>
    Large = 1,

    /// <summary>超大型: 10 000 and more.</summary>
    SuperLarge = 2,
}
