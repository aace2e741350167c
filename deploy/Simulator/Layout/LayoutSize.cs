namespace DcOps.Simulator.Layout;

/// <summary>How large a province to play.</summary>
/// <param name="Facilities">From 1 to 1,300: a hundred in each city.</param>
/// <param name="Racks">At least ten for each facility.</param>
public sealed record LayoutSize(int Facilities, int Racks)
{
    public const int MostFacilities = 1_300;
    public const int FewestRacksOfFacility = 10;
    public const int MostRacks = 200_000;

    /// <summary>Three cities, six data centres, 600 racks: what one laptop plays beside everything else.</summary>
    public static LayoutSize Default { get; } = new(6, 600);

    /// <summary>Null when a province of this size can be laid out; else what is wrong.</summary>
    public string? Fault => this switch
    {
        { Facilities: < 1 or > MostFacilities } => $"facilities is {Facilities}; it must be from 1 to {MostFacilities}",
        { Racks: > MostRacks } => $"racks is {Racks}; it must be at most {MostRacks}",
        _ when Racks < Facilities * FewestRacksOfFacility =>
            $"racks is {Racks}; {Facilities} facilities need at least {Facilities * FewestRacksOfFacility}",
        _ => null,
    };
}
