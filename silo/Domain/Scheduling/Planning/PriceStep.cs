namespace DcOps.Domain.Scheduling.Planning;

/// <summary>One step of the ascent along the violation of the averaged plan, each price on a scale of its own.</summary>
sealed class PriceStep
{
    readonly Instance _instance;
    readonly double[] _powerScale;
    readonly double[] _poolScale;
    readonly double _quotaScale;
    readonly double _unitPrice;

    public PriceStep(Instance instance)
    {
        _instance = instance;
        var slots = instance.Slots;
        _powerScale = new double[instance.Facilities * slots];
        for (var row = 0; row < _powerScale.Length; row++)
        {
            // On this scale a full step sets the price to the marginal cost at the averaged load.
            var (price, curve) = (Math.Abs(instance.Price[row]), instance.Curve[row / slots]);
            _powerScale[row] = Math.Max(2 * price * curve.Curvature, 0.05 * price * curve.Slope / Math.Max(1, instance.Limit[row]));
        }

        var (sum, count) = (0.0, 0);
        _poolScale = new double[instance.Pools * slots];
        for (var row = 0; row < _poolScale.Length; row++)
        {
            var (pool, power) = (row / slots, (row / slots / Instance.Kinds * slots) + (row % slots));
            var unit = Math.Abs(instance.Price[power]) * instance.KwPerUnit[pool] * 1.2;
            _poolScale[row] = 0.05 * unit / Math.Max(1, instance.Capacity[row]);
            (sum, count) = (sum + unit, count + (instance.Capacity[row] > 0 ? 1 : 0));
        }

        _unitPrice = sum / Math.Max(1, count);
        _quotaScale = 0.5 * _unitPrice;
    }

    public void Apply(PlanPrices from, PlanPrices to, Usage mean, PowerBound power, double factor)
    {
        for (var row = 0; row < to.Pool.Length; row++)
            to.Pool[row] = Math.Max(0, from.Pool[row] + (factor * _poolScale[row] * (mean.Pool[row] - _instance.Capacity[row])));
        Step(from.Quota, to.Quota, mean.Quota, _instance.QuotaUnits, factor * _quotaScale);
        Step(from.Link, to.Link, mean.Link, _instance.LinkGbps, factor * 10 * _unitPrice);
        for (var facility = 0; facility < _instance.Facilities; facility++)
        {
            if (_instance.DemandCharge[facility] > 0)
                StepPeak(from, to, mean, facility, factor);
        }

        for (var limit = 0; limit < _instance.Limits.Length; limit++)
            StepLimit(from, to, mean, limit, factor);
        StepPower(from, to, mean, power, factor);
    }

    /// <summary>
    /// A facility kilowatt that became dearer by its peak or its region makes the IT kilowatt behind it dearer by as much at the margin:
    /// were the two not moved together, every step of the one would undo the other.
    /// </summary>
    void StepPower(PlanPrices from, PlanPrices to, Usage mean, PowerBound power, double factor)
    {
        for (var row = 0; row < to.Power.Length; row++)
        {
            var (facility, slot) = (row / _instance.Slots, row % _instance.Slots);
            var curve = _instance.Curve[facility];
            var (before, after) = (from.FacilityPrice(_instance, facility, slot), to.FacilityPrice(_instance, facility, slot));
            var carried = (after - before) * curve.MarginalPue(Math.Min(_instance.Limit[row], _instance.Base[row] + mean.Power[row]));
            var slack = _instance.Base[row] + mean.Power[row] - power.Load[row];
            to.Power[row] = from.Power[row] + carried + (factor * Math.Max(_powerScale[row], 2 * after * curve.Curvature) * slack);
        }
    }

    void Step(double[] from, double[] to, double[] used, double[] capacity, double scale)
    {
        for (var row = 0; row < to.Length; row++)
        {
            var free = capacity[row / _instance.Slots];
            to[row] = Math.Max(0, from[row] + (scale / Math.Max(1, free) * (used[row] - free)));
        }
    }

    double FacilityKw(Usage mean, int facility, int slot)
    {
        var row = (facility * _instance.Slots) + slot;
        return _instance.Curve[facility].FacilityKw(Math.Min(_instance.Limit[row], _instance.Base[row] + mean.Power[row]));
    }

    void StepPeak(PlanPrices from, PlanPrices to, Usage mean, int facility, double factor)
    {
        var (first, free) = (facility * _instance.Slots, _instance.FreePeak[facility]);
        Span<double> shares = stackalloc double[_instance.Slots + 1];
        var scale = factor * 0.2 * _instance.DemandCharge[facility] / Math.Max(1, free);
        var left = _instance.DemandCharge[facility];
        for (var slot = 0; slot < _instance.Slots; slot++)
        {
            left -= from.Peak[first + slot];
            shares[slot] = from.Peak[first + slot] + (scale * FacilityKw(mean, facility, slot));
        }

        shares[^1] = left + (scale * free);
        Simplex.Project(shares, _instance.DemandCharge[facility]);
        shares[..^1].CopyTo(to.Peak.AsSpan(first));
    }

    void StepLimit(PlanPrices from, PlanPrices to, Usage mean, int limit, double factor)
    {
        var row = _instance.Limits[limit];
        for (var slot = row.From; slot < row.To; slot++)
        {
            var kilowatts = -row.LimitKw;
            for (var facility = 0; facility < _instance.Facilities; facility++)
                kilowatts += _instance.LimitsOf[facility].Contains(limit) ? FacilityKw(mean, facility, slot) : 0;
            var at = (limit * _instance.Slots) + slot;
            var scale = factor * _instance.Price.Max() / Math.Max(1, row.LimitKw);
            to.Limit[at] = Math.Clamp(from.Limit[at] + (scale * kilowatts), 0, _instance.LimitPrice(limit));
        }
    }
}
