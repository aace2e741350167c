using DcOps.Domain.Scheduling.Live;
using DcOps.Domain.Scheduling.Model;

namespace DcOps.Planning;

/// <summary>What a plan is made from.</summary>
/// <param name="Source">Id of the imported tables.</param>
/// <param name="Input">Null when nothing of the tables is left at the time of the plan.</param>
/// <param name="Notes">What was taken from measurement; empty where nothing is measured.</param>
/// <param name="IsAsImported">Whether the input is the tables' own, unchanged.</param>
sealed record ReadInput(string Source, PlanningInput? Input, ImmutableArray<TruthNote> Notes, bool IsAsImported);
