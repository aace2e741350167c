namespace DcOps.Domain.Scheduling.Planning;

/// <summary>
/// The volume algorithm on the prices of power, pools, quotas, links, peaks and region limits. Every iterate is a valid lower bound,
/// whatever the steps; a step only decides how fast it rises. Jobs are priced in a fixed number of parts, whose sums are added in
/// order, so that the result does not depend on the number of cores.
/// </summary>
sealed class PriceAscent
{
    /// <summary>Iterates remembered for the rounding.</summary>
    public const int Memory = 40;

    const int Parts = 8;

    readonly Instance _instance;
    readonly PriceTable _table;
    readonly JobPricing[] _pricing = new JobPricing[Parts];
    readonly Usage[] _usage = new Usage[Parts];
    readonly double[] _values = new double[Parts];
    readonly int[] _firstJob = new int[Parts + 1];
    readonly Usage _mean;
    readonly PriceStep _step;
    readonly PowerBound _power;

    public PriceAscent(Instance instance, PlanPrices? warm)
    {
        _instance = instance;
        _table = new(instance);
        _mean = new(instance);
        Best = PlanPrices.Empty(instance);
        if (warm is not null)
            Best.CopyFrom(warm);
        _step = new(instance);
        _power = new(instance);
        for (var part = 0; part < Parts; part++)
        {
            (_pricing[part], _usage[part]) = (new(instance, _table), new(instance));
            _firstJob[part + 1] = FirstJobAfter((part + 1) * (long)instance.Options.Length / Parts);
        }

        _firstJob[Parts] = instance.Jobs;
        (Options, Starts, Values) = (new int[Memory * instance.Jobs], new short[Memory * instance.Jobs], new double[instance.Jobs]);
    }

    public PlanPrices Best { get; }

    /// <summary>CNY, on the scale of <see cref="Checking.PlanBill.Total"/>; no plan can cost less.</summary>
    public double Bound { get; private set; } = double.NegativeInfinity;

    public int Iterations { get; private set; }

    /// <summary>The option each job chose, (iteration mod Memory) × jobs + job.</summary>
    public int[] Options { get; }

    public short[] Starts { get; }

    /// <summary>Each job's price at the best prices.</summary>
    public double[] Values { get; }

    public void Run(int iterations, int threads, CancellationToken cancellationToken)
    {
        var trial = PlanPrices.Empty(_instance);
        trial.CopyFrom(Best);
        var values = new double[_instance.Jobs];
        var (factor, failures) = (0.3, 0);
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (iteration > 0)
                _step.Apply(Best, trial, _mean, _power, factor);
            var bound = Evaluate(trial, values, threads, cancellationToken);
            _mean.Blend(_usage[0], iteration == 0 ? 1 : Math.Max(0.08, Math.Min(0.4, 2.0 / (iteration + 2))));
            Iterations++;
            if (bound > Bound)
            {
                (Bound, failures) = (bound, 0);
                factor = Math.Min(1, factor * 1.1);
                Best.CopyFrom(trial);
                values.CopyTo(Values, 0);
            }
            else if (++failures >= 2)
            {
                (factor, failures) = (factor * 0.66, 0);
            }
        }
    }

    /// <summary>Loads the best prices again, for questions about columns after the ascent.</summary>
    public void Recall() => _table.Load(Best);

    /// <summary>What a column costs at the prices last loaded.</summary>
    public double PriceOf(int job, in Column column) => _pricing[0].PriceOf(job, column);

    double Evaluate(PlanPrices prices, double[] values, int threads, CancellationToken cancellationToken)
    {
        _table.Load(prices);
        var row = (Iterations % Memory) * _instance.Jobs;
        Parallel.For(0, Parts, new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, part =>
        {
            _usage[part].Clear();
            var sum = 0.0;
            for (var job = _firstJob[part]; job < _firstJob[part + 1]; job++)
            {
                sum += values[job] = _pricing[part].Price(job, _usage[part]);
                (Options[row + job], Starts[row + job]) = (_pricing[part].Option, (short)_pricing[part].Start);
            }

            _values[part] = sum;
        });
        for (var part = 1; part < Parts; part++)
            _usage[0].Add(_usage[part]);
        return _values.Sum() + _power.Value(prices);
    }

    int FirstJobAfter(long options)
    {
        var found = Array.BinarySearch(_instance.FirstOption, (int)options);
        return Math.Min(_instance.Jobs, found >= 0 ? found : ~found);
    }
}
