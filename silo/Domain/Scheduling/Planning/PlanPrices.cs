namespace DcOps.Domain.Scheduling.Planning;

/// <summary>
/// Prices of everything scarce, slot by slot, as the decomposition left them: they start the next plan warm and explain this one.
/// Each series lies row × slots + slot. Read only.
/// </summary>
public sealed class PlanPrices
{
    internal PlanPrices(int slots, int facilities, int quotas, int links, int limits)
    {
        Slots = slots;
        Power = new double[facilities * slots];
        Pool = new double[facilities * Instance.Kinds * slots];
        Quota = new double[quotas * slots];
        Link = new double[links * slots];
        Peak = new double[facilities * slots];
        Limit = new double[limits * slots];
    }

    public int Slots { get; }

    /// <summary>λ: CNY per IT kW and slot by facility: energy and carbon at marginal PUE, plus scarcity of power.</summary>
    internal double[] Power { get; }

    /// <summary>α: CNY per unit and slot by pool place.</summary>
    internal double[] Pool { get; }

    /// <summary>β: CNY per unit and slot by quota.</summary>
    internal double[] Quota { get; }

    /// <summary>γ: CNY per Gb/s and slot by link.</summary>
    internal double[] Link { get; }

    /// <summary>μ: share of the demand charge that falls on a slot, CNY per facility kW.</summary>
    internal double[] Peak { get; }

    /// <summary>δ: CNY per facility kW and slot by region limit.</summary>
    internal double[] Limit { get; }

    internal bool Fits(Instance instance) => Slots == instance.Slots
        && Power.Length == instance.Facilities * Slots && Quota.Length == instance.QuotaUnits.Length * Slots
        && Link.Length == instance.LinkGbps.Length * Slots && Limit.Length == instance.Limits.Length * Slots;

    internal void CopyFrom(PlanPrices other)
    {
        other.Power.CopyTo(Power, 0);
        other.Pool.CopyTo(Pool, 0);
        other.Quota.CopyTo(Quota, 0);
        other.Link.CopyTo(Link, 0);
        other.Peak.CopyTo(Peak, 0);
        other.Limit.CopyTo(Limit, 0);
    }

    /// <summary>CNY per facility kW and slot, everything that a facility kW costs.</summary>
    internal double FacilityPrice(Instance instance, int facility, int slot)
    {
        var price = instance.Price[(facility * Slots) + slot] + Peak[(facility * Slots) + slot];
        foreach (var row in instance.LimitsOf[facility])
            price += Limit[(row * Slots) + slot];
        return price;
    }

    internal static PlanPrices Empty(Instance instance)
    {
        var prices = new PlanPrices(instance.Slots, instance.Facilities, instance.QuotaUnits.Length, instance.LinkGbps.Length, instance.Limits.Length);
        for (var row = 0; row < prices.Power.Length; row++)
            prices.Power[row] = Math.Max(0, instance.Price[row]) * instance.Curve[row / instance.Slots].MarginalPue(instance.Base[row]);
        for (var facility = 0; facility < instance.Facilities; facility++)
        {
            // Until the ascent knows better, the charge lies on the slots in which the base load alone is nearest to the peak.
            if (instance.DemandCharge[facility] <= 0)
                continue;
            for (var slot = 0; slot < instance.Slots; slot++)
                prices.Peak[(facility * instance.Slots) + slot] = 0.25 * instance.DemandCharge[facility] / instance.Slots;
        }

        return prices;
    }
}
