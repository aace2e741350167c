using DcOps.Domain.Units;

namespace DcOps.Simulator.Layout;

/// <summary>One energy meter of a site's plant, read over MQTT.</summary>
/// <param name="Name">Device name at the plant: <c>utility-1</c>.</param>
/// <param name="Rated">Rating of the metered feeder.</param>
/// <param name="Share">Part of the measured flow that goes through this meter, 0 to 1: two utility feeds share the site.</param>
/// <param name="Parent">The meter upstream, which counts this one's energy too; null at the top and behind a conversion.</param>
public sealed record MeterPlan(string Name, MeterKind Kind, Power Rated, double Share, string? Parent);
