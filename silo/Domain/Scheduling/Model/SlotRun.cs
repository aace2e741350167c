namespace DcOps.Domain.Scheduling.Model;

/// <summary>Slots [From, To) at one number of units.</summary>
public readonly record struct SlotRun(int From, int To, int Units);
