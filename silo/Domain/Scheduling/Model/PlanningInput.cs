namespace DcOps.Domain.Scheduling.Model;

/// <summary>Everything one plan is made from. Immutable: a plan can be explained, checked and made again from it.</summary>
public sealed record PlanningInput
{
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Length of one slot; 15 minutes in the product.</summary>
    public TimeSpan Step { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Number of slots; 96 for a day.</summary>
    public int Slots { get; init; } = 96;

    public required ImmutableArray<ComputeRegion> Regions { get; init; }

    public required ImmutableArray<FacilityOffer> Facilities { get; init; }

    public required ImmutableArray<CapacityOffer> Pools { get; init; }

    public required ImmutableArray<Workload> Workloads { get; init; }

    public ImmutableArray<NetworkLink> Links { get; init; } = [];

    public ImmutableArray<TenantQuota> Quotas { get; init; } = [];

    public ImmutableArray<RegionLimit> Limits { get; init; } = [];

    /// <summary>CNY per kg CO2 inside the objective; 0 plans by money alone.</summary>
    public double CarbonPrice { get; init; }

    public CarbonMethod CarbonMethod { get; init; }

    /// <summary>CNY for moving an approved workload that names no cost of its own.</summary>
    public double ChurnPrice { get; init; }

    /// <summary>Gb/s that one workload's data may use of a link.</summary>
    public double GbpsPerTransfer { get; init; } = 10;

    public double SlotHours => Step.TotalHours;

    /// <summary>CNY per facility kW held for one slot: energy and carbon.</summary>
    public double SlotPrice(int facility, int slot) =>
        SlotHours * (Facilities[facility].Price[slot] + (CarbonPrice * Facilities[facility].Carbon[slot] / 1000));
}
