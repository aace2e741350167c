namespace DcOps.Domain.Topology;

/// <summary>A city of the province, with its tile in the cartogram.</summary>
/// <param name="Column">Column of the tile, 0 = west; null when the cartogram has no tile for it.</param>
/// <param name="Row">Row of the tile, 0 = north; null when the cartogram has no tile for it.</param>
[GenerateSerializer, Immutable, Alias("City")]
public sealed record City(
    [property: Id(0)] CityCode Code,
    [property: Id(1)] Designation Name,
    [property: Id(2)] int? Column,
    [property: Id(3)] int? Row);
