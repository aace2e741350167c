using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>What one feed would have to carry if the other were lost.</summary>
/// <param name="Lost">Name of the feed that is thought away.</param>
/// <param name="Phases">One entry a phase; a single-phase feed has one. Empty while no whole day was seen.</param>
/// <param name="Quantity">Current in A, or active power in W where the equipment is rated by its power.</param>
public readonly record struct FailoverLoad(
    string Lost, string Survivor, ImmutableArray<FailoverPhase> Phases, Quantity Quantity = Quantity.Current);
