using DcOps.Domain.Topology;

namespace DcOps.Domain.Green;

/// <summary>What is declared of facilities by dated tables, besides what meters show.</summary>
/// <param name="Racks">By facility, then day.</param>
/// <param name="Contracts">By facility, then first day.</param>
/// <param name="Fuels">Likewise.</param>
/// <param name="Tests">By facility, then day.</param>
public sealed record GreenInputs(
    ImmutableArray<RackStand> Racks, ImmutableArray<GreenContract> Contracts, ImmutableArray<FuelUse> Fuels, ImmutableArray<ConditionTest> Tests)
{
    /// <summary>By facility, then day.</summary>
    public ImmutableArray<FacilityDesign> Designs { get; init; } = [];

    /// <summary>By facility, day and kind.</summary>
    public ImmutableArray<ServerStand> Servers { get; init; } = [];

    public static GreenInputs None { get; } = new([], [], [], []);

    /// <summary>Those of one facility.</summary>
    public GreenInputs Of(FacilityId facility) => new(
        [.. Racks.Where(each => each.Facility == facility)], [.. Contracts.Where(each => each.Facility == facility)],
        [.. Fuels.Where(each => each.Facility == facility)], [.. Tests.Where(each => each.Facility == facility)])
    {
        Designs = [.. Designs.Where(each => each.Facility == facility)],
        Servers = [.. Servers.Where(each => each.Facility == facility)],
    };
}
