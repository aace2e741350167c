using DcOps.Domain.Topology;

namespace DcOps.Domain.Scheduling.Model;

/// <summary>The power side of what one facility offers over the plan. Every series has one value per slot.</summary>
public sealed record FacilityOffer
{
    public required FacilityId Id { get; init; }

    /// <summary>Position in <see cref="PlanningInput.Regions"/>.</summary>
    public required int Region { get; init; }

    public OfferStatus Status { get; init; }

    /// <summary>Security grade it is certified for (等保), 1 to 5; workloads of a higher grade stay out.</summary>
    public int SecurityGrade { get; init; } = 3;

    public required PowerCurve Curve { get; init; }

    /// <summary>IT kW that runs in any case (P90 of its forecast).</summary>
    public required ImmutableArray<double> BaseKw { get; init; }

    /// <summary>IT kW that may run: the lowest of power under N-1, generators, contract, cooling under N-1.</summary>
    public required ImmutableArray<double> LimitKw { get; init; }

    /// <summary>CNY per kWh at the facility's meter; may be negative.</summary>
    public required ImmutableArray<double> Price { get; init; }

    /// <summary>g CO2 per kWh by the input's one method.</summary>
    public required ImmutableArray<double> Carbon { get; init; }

    /// <summary>CNY per facility kW of the highest slot, this plan's share of the month's demand charge.</summary>
    public double DemandCharge { get; init; }

    /// <summary>Facility kW already billed this month: peaks below it cost nothing more.</summary>
    public double BilledPeakKw { get; init; }

    /// <summary>On the province's list of old, small or inefficient sites (老旧小散).</summary>
    public bool IsLowEfficiency { get; init; }
}
