namespace DcOps.Domain.Scheduling.Planning;

/// <summary>The prices of one iteration, prepared for pricing every job: unit price, its prefix sums and its order, by pool place.</summary>
sealed class PriceTable
{
    readonly Instance _instance;
    readonly int _slots;
    readonly double[] _unit;
    readonly double[] _prefix;
    readonly short[] _order;
    readonly double[] _quotaPrefix;
    readonly double[] _zeros;
    readonly bool[] _hasQuotaPrice;
    readonly bool[] _hasLinkPrice;
    readonly bool[] _needsOrder;

    public PriceTable(Instance instance)
    {
        (_instance, _slots) = (instance, instance.Slots);
        _unit = new double[instance.Pools * _slots];
        _prefix = new double[instance.Pools * (_slots + 1)];
        _order = new short[instance.Pools * _slots];
        _quotaPrefix = new double[instance.QuotaUnits.Length * (_slots + 1)];
        _zeros = new double[_slots + 1];
        _hasQuotaPrice = new bool[instance.QuotaUnits.Length];
        _hasLinkPrice = new bool[instance.LinkGbps.Length];
        _needsOrder = new bool[instance.Pools];
        for (var job = 0; job < instance.Jobs; job++)
        {
            if (instance.Flexibility[job] is not (Model.Flexibility.Interruptible or Model.Flexibility.Elastic))
                continue;
            for (var option = instance.FirstOption[job]; option < instance.FirstOption[job + 1]; option++)
                _needsOrder[instance.Options[option].Pool] = true;
        }
    }

    public PlanPrices Prices { get; private set; } = null!;

    /// <summary>CNY of one unit for one slot.</summary>
    public ReadOnlySpan<double> Unit(int pool) => _unit.AsSpan(pool * _slots, _slots);

    public ReadOnlySpan<double> Prefix(int pool) => _prefix.AsSpan(pool * (_slots + 1), _slots + 1);

    /// <summary>Slots, cheapest first.</summary>
    public ReadOnlySpan<short> Order(int pool) => _order.AsSpan(pool * _slots, _slots);

    public ReadOnlySpan<double> QuotaPrefix(int quota) => _quotaPrefix.AsSpan(quota * (_slots + 1), _slots + 1);

    /// <summary>Zeros, for a job without a quota.</summary>
    public ReadOnlySpan<double> NoQuota => _zeros;

    public bool HasQuotaPrice(int quota) => quota >= 0 && _hasQuotaPrice[quota];

    public bool HasLinkPrice(int link) => link >= 0 && _hasLinkPrice[link];

    public void Load(PlanPrices prices)
    {
        Prices = prices;
        Parallel.For(0, Instance.Kinds, kind =>
        {
            var keys = new double[_slots];
            for (var pool = kind; pool < _instance.Pools; pool += Instance.Kinds)
                LoadPool(pool, prices, keys);
        });
        for (var quota = 0; quota < _hasQuotaPrice.Length; quota++)
        {
            var sum = 0.0;
            for (var slot = 0; slot < _slots; slot++)
                _quotaPrefix[(quota * (_slots + 1)) + slot + 1] = sum += prices.Quota[(quota * _slots) + slot];
            _hasQuotaPrice[quota] = sum > 0;
        }

        for (var link = 0; link < _hasLinkPrice.Length; link++)
            _hasLinkPrice[link] = prices.Link.AsSpan(link * _slots, _slots).ContainsAnyExcept(0.0);
    }

    void LoadPool(int pool, PlanPrices prices, double[] keys)
    {
        var (power, kilowatts, sum) = ((pool / Instance.Kinds) * _slots, _instance.KwPerUnit[pool], 0.0);
        var prefix = _prefix.AsSpan(pool * (_slots + 1), _slots + 1);
        var unit = _unit.AsSpan(pool * _slots, _slots);
        for (var slot = 0; slot < _slots; slot++)
        {
            unit[slot] = (kilowatts * prices.Power[power + slot]) + prices.Pool[(pool * _slots) + slot];
            prefix[slot + 1] = sum += unit[slot];
        }

        if (!_needsOrder[pool])
            return;
        var order = _order.AsSpan(pool * _slots, _slots);
        for (var slot = 0; slot < _slots; slot++)
            (order[slot], keys[slot]) = ((short)slot, unit[slot]);
        keys.AsSpan(0, _slots).Sort(order);
    }
}
