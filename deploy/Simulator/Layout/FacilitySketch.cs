using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Layout;

/// <summary>Kind, age, fill and weight of the n-th data centre, before racks are dealt out.</summary>
/// <param name="Fill">How far customers have filled their racks, 0 to 1.</param>
/// <param name="Weight">Its part of the province's racks, relative to the others.</param>
public sealed record FacilitySketch(SiteKind Kind, Ageing Age, double Fill, double Weight)
{
    // The first six are the default province: every kind, new and old.
    static readonly FacilitySketch[] First =
    [
        new(SiteKind.Cloud, new(3), 0.95, 1.6),
        new(SiteKind.AiTraining, new(1), 1, 1.0),
        new(SiteKind.Cloud, new(13), 0.6, 1.6),
        new(SiteKind.Government, new(9), 0.8, 0.8),
        new(SiteKind.Finance, new(6), 0.9, 1.0),
        new(SiteKind.Edge, new(7), 0.75, 0.4),
    ];

    public static FacilitySketch Of(int number, ulong seed)
    {
        var pattern = First[number % First.Length];
        return number < First.Length
            ? pattern
            : pattern with
            {
                Age = new(Math.Round(SeededNoise.Between(SeededNoise.Key(seed, $"age {number}"), 0, 15))),
                Fill = SeededNoise.Between(SeededNoise.Key(seed, $"fill {number}"), 0.5, 1),
            };
    }
}
