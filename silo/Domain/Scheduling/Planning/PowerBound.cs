namespace DcOps.Domain.Scheduling.Planning;

/// <summary>
/// The facilities' side of the bound: for each facility and slot the cheapest load at given prices, in closed form because the power curve
/// is quadratic, less the value of every capacity.
/// </summary>
sealed class PowerBound(Instance instance)
{
    readonly double _baseCost = BaseCost(instance);

    /// <summary>IT kW each facility would take at the prices last valued.</summary>
    public double[] Load { get; } = new double[instance.Facilities * instance.Slots];

    public double Value(PlanPrices prices)
    {
        var value = -_baseCost;
        for (var facility = 0; facility < instance.Facilities; facility++)
        {
            var (curve, shared) = (instance.Curve[facility], 0.0);
            for (var slot = 0; slot < instance.Slots; slot++)
            {
                var row = (facility * instance.Slots) + slot;
                var (price, power) = (prices.FacilityPrice(instance, facility, slot), prices.Power[row]);
                shared += prices.Peak[row];
                Load[row] = Cheapest(price, power, curve, instance.Base[row], instance.Limit[row]);
                value += Cost(price, power, curve, instance.Base[row], Load[row]);
            }

            value += (instance.DemandCharge[facility] - shared) * instance.FreePeak[facility];
        }

        return value - Worth(prices.Pool, instance.Capacity)
            - Worth(prices.Quota, instance.QuotaUnits) - Worth(prices.Link, instance.LinkGbps) - LimitWorth(prices);
    }

    static double Cost(double price, double power, Model.PowerCurve curve, double load, double at) =>
        (price * curve.FacilityKw(at)) - (power * (at - load));

    static double Cheapest(double price, double power, Model.PowerCurve curve, double load, double limit)
    {
        var curvature = 2 * price * curve.Curvature;
        if (curvature > 1e-15)
            return Math.Clamp((power - (price * curve.Slope)) / curvature, load, limit);

        // A price at or below zero makes the cost concave: its least value is at an end.
        return Cost(price, power, curve, load, load) <= Cost(price, power, curve, load, limit) ? load : limit;
    }

    double Worth(double[] prices, double[] capacity)
    {
        var sum = 0.0;
        if (prices.Length == capacity.Length)
        {
            for (var row = 0; row < prices.Length; row++)
                sum += prices[row] * capacity[row];
            return sum;
        }

        for (var row = 0; row < prices.Length; row++)
            sum += prices[row] * capacity[row / instance.Slots];
        return sum;
    }

    /// <summary>A limit that must hold never lies below what the base load draws anyway.</summary>
    double LimitWorth(PlanPrices prices)
    {
        var sum = 0.0;
        for (var row = 0; row < instance.Limits.Length; row++)
        {
            var limit = instance.Limits[row];
            for (var slot = limit.From; slot < limit.To; slot++)
            {
                var price = prices.Limit[(row * instance.Slots) + slot];
                var room = price > 0 && limit.CnyPerKwhAbove is null ? Math.Max(limit.LimitKw, BaseRegionKw(instance, row, slot)) : limit.LimitKw;
                sum += price * room;
            }
        }

        return sum;
    }

    static double BaseCost(Instance instance)
    {
        var sum = 0.0;
        for (var facility = 0; facility < instance.Facilities; facility++)
        {
            sum += instance.DemandCharge[facility] * instance.FreePeak[facility];
            for (var slot = 0; slot < instance.Slots; slot++)
            {
                var row = (facility * instance.Slots) + slot;
                sum += instance.Price[row] * instance.Curve[facility].FacilityKw(instance.Base[row]);
            }
        }

        for (var row = 0; row < instance.Limits.Length; row++)
        {
            for (var slot = instance.Limits[row].From; slot < instance.Limits[row].To; slot++)
                sum += LimitCost(instance, row, BaseRegionKw(instance, row, slot));
        }

        return sum;
    }

    public static double BaseRegionKw(Instance instance, int row, int slot)
    {
        var sum = 0.0;
        for (var facility = 0; facility < instance.Facilities; facility++)
        {
            sum += instance.LimitsOf[facility].Contains(row)
                ? instance.Curve[facility].FacilityKw(instance.Base[(facility * instance.Slots) + slot])
                : 0;
        }

        return sum;
    }

    /// <summary>CNY for a slot; a limit without a price costs nothing here, it must hold.</summary>
    public static double LimitCost(Instance instance, int row, double kilowatts) =>
        instance.Limits[row].CnyPerKwhAbove is { } ? instance.LimitPrice(row) * Math.Max(0, kilowatts - instance.Limits[row].LimitKw) : 0;
}
