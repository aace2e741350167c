using DcOps.Domain.Topology;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Layout;

/// <summary>A city of the played province and its climate.</summary>
public sealed record SimulatedCity(City City, Climate Climate);
