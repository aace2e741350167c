using System.Globalization;
using System.Text;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Reasons;

namespace DcOps.Dashboard.Pages.Schedule;

/// <summary>The geometry of one lane: a pool over the plan's slots.</summary>
sealed class PlanLane(PlanningInput input, PoolUse use, int index)
{
    public const int Width = 720;
    public const int Left = 120;
    public const int Height = 26;
    public const int Body = 22;

    // A slot is dear or cheap by a fifth against the day's mean at the same place.
    const double Apart = 0.2;

    readonly CapacityOffer _pool = input.Pools[use.Pool];

    public string Facility => input.Facilities[_pool.Facility].Id.Value;

    public PoolKind Kind => _pool.Kind;

    public int Top => index * Height;

    public int TextY => Top + 15;

    /// <summary>Largest share of what is free that the plan takes.</summary>
    public double Fullest => Enumerable.Range(0, input.Slots).Max(Share);

    /// <summary>The share that is used, as one path with a step a slot.</summary>
    public string Used
    {
        get
        {
            var path = new StringBuilder();
            path.Append(CultureInfo.InvariantCulture, $"M{Left} {Top + Body}");
            for (var slot = 0; slot < input.Slots; slot++)
            {
                var y = Top + (Body * (1 - Share(slot)));
                path.Append(CultureInfo.InvariantCulture, $"L{X(input, slot):0.#} {y:0.#}L{X(input, slot + 1):0.#} {y:0.#}");
            }

            return path.Append(CultureInfo.InvariantCulture, $"L{Width} {Top + Body}Z").ToString();
        }
    }

    /// <summary>Stretches of dear and of cheap energy, each kind one path; a kind that does not occur is left out.</summary>
    public IEnumerable<(string Level, string Path)> Tariff
    {
        get
        {
            var prices = input.Facilities[_pool.Facility].Price;
            var mean = prices.Average();
            foreach (var (level, isIn) in new (string, Func<double, bool>)[] { ("peak", price => price > mean * (1 + Apart)), ("valley", price => price < mean * (1 - Apart)) })
            {
                var path = new StringBuilder();
                for (var slot = 0; slot < prices.Length; slot++)
                {
                    if (!isIn(prices[slot]))
                        continue;
                    var from = slot;
                    while (slot + 1 < prices.Length && isIn(prices[slot + 1]))
                        slot++;
                    path.Append(CultureInfo.InvariantCulture, $"M{X(input, from):0.#} {Top}H{X(input, slot + 1):0.#}V{Top + Body}H{X(input, from):0.#}Z");
                }

                if (path.Length > 0)
                    yield return (level, path.ToString());
            }
        }
    }

    /// <summary>Six times along the axis.</summary>
    public static IEnumerable<(string X, DateTimeOffset At)> Hours(PlanningInput input)
    {
        for (var mark = 0; mark <= 6; mark++)
        {
            var slot = mark * input.Slots / 6;
            var x = Math.Clamp(X(input, slot), Left + 14, Width - 14);
            yield return (x.ToString("0.#", CultureInfo.InvariantCulture), input.StartsAt + (input.Step * slot));
        }
    }

    double Share(int slot) => _pool.Free[slot] > 0 ? Math.Min(1, use.Used[slot] / _pool.Free[slot]) : 0;

    static double X(PlanningInput input, int slot) => Left + ((Width - Left) * (double)slot / input.Slots);
}
