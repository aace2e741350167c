using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Tables;

/// <summary>What holds for a whole plan; the one row of <see cref="PlanTables.Terms"/>.</summary>
sealed record PlanTerms(
    DateTimeOffset StartsAt, TimeSpan Step, int Slots, double CarbonPrice, CarbonMethod CarbonMethod, double ChurnPrice,
    double GbpsPerTransfer)
{
    public DateTimeOffset EndsAt => StartsAt + (Step * Slots);

    /// <summary>The first slot that begins at or after an instant; 0 before the plan, <see cref="Slots"/> from its end on.</summary>
    public int SlotFrom(DateTimeOffset at) => (int)Math.Clamp(Math.Ceiling((at - StartsAt) / Step), 0, Slots);

    /// <summary>The slot before which what ends at an instant has ended; as <see cref="SlotFrom"/> but rounded down.</summary>
    public int SlotTo(DateTimeOffset at) => (int)Math.Clamp(Math.Floor((at - StartsAt) / Step), 0, Slots);
}
