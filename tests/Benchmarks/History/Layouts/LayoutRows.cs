namespace DcOps.Benchmarks.History.Layouts;

/// <summary>
/// Rack minutes as two metered feeds give them: power in steps of 10 W, inlet in tenths of a degree, six samples a minute
/// at uneven times, so that the mean has all its digits. Seeded: the same rows every time.
/// </summary>
sealed class LayoutRows(int racks, int seed)
{
    const int Samples = 6;
    readonly Random _random = new(seed);
    readonly double[] _level = new double[racks];

    /// <summary>The rows of one minute in the order in which rooms report: rooms shuffled, racks of a room together.</summary>
    public void Fill(int minute, LayoutRow[] rows)
    {
        const int roomSize = 200;
        var rooms = Enumerable.Range(0, (racks + roomSize - 1) / roomSize).ToArray();
        _random.Shuffle(rooms);
        var at = 0;
        foreach (var room in rooms)
        {
            for (var rack = room * roomSize; rack < Math.Min((room + 1) * roomSize, racks); rack++)
                rows[at++] = Row(rack, minute);
        }
    }

    LayoutRow Row(int rack, int minute)
    {
        if (_level[rack] == 0)
            _level[rack] = 2_000 + _random.NextDouble() * 6_000;
        _level[rack] = Math.Clamp(_level[rack] + (_random.NextDouble() - 0.5) * 60, 500, 9_000);
        var inlet = 22 + rack % 7 * 0.5 + Math.Sin(minute / 229.0);
        var (power, temperature) = (new Rollup(), new Rollup());
        for (var sample = 0; sample < Samples; sample++)
        {
            var weight = 9 + _random.NextDouble() * 2;
            power.Add(Math.Round((_level[rack] + _random.NextDouble() * 100) / 10) * 10, weight);
            temperature.Add(Math.Round((inlet + _random.NextDouble() * 0.3) * 10) / 10, weight);
        }

        return new(
            rack, minute, power.Min, power.Mean, power.Max, power.Last,
            temperature.Min, temperature.Mean, temperature.Max, temperature.Last, (long)(power.Mean / 60), 0);
    }

    struct Rollup()
    {
        double _sum;
        double _weight;

        public double Min { get; private set; } = double.MaxValue;

        public double Max { get; private set; } = double.MinValue;

        public double Last { get; private set; }

        public readonly double Mean => _sum / _weight;

        public void Add(double value, double weight)
        {
            Min = Math.Min(Min, value);
            Max = Math.Max(Max, value);
            Last = value;
            _sum += value * weight;
            _weight += weight;
        }
    }
}
