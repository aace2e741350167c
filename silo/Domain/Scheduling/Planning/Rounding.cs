using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Planning;

/// <summary>From averaged prices to whole placements: scarce jobs first, each at its cheapest feasible place.</summary>
static class Rounding
{
    /// <summary>Keeps every current placement that still fits, then inserts the others.</summary>
    public static void Run(Instance instance, LoadBook book, Insertion insertion, PriceAscent ascent, CancellationToken cancellationToken)
    {
        for (var job = 0; job < instance.Jobs; job++)
        {
            if (instance.Flexibility[job] == Flexibility.Locked && instance.Current[job].IsServed)
                book.Place(job, instance.Current[job]);
        }

        for (var job = 0; job < instance.Jobs; job++)
        {
            var current = instance.Current[job];
            if (current.IsServed && !book.Columns[job].IsServed && instance.Flexibility[job] != Flexibility.Locked && book.Fits(job, current))
                book.Place(job, current);
        }

        foreach (var job in Order(instance, book, ascent))
        {
            cancellationToken.ThrowIfCancellationRequested();
            book.Place(job, insertion.Best(job));
        }
    }

    /// <summary>What is worth most per slot of freedom comes first: large jobs in narrow windows have the fewest places left.</summary>
    static int[] Order(Instance instance, LoadBook book, PriceAscent ascent)
    {
        var (jobs, keys) = (new List<int>(), new List<double>());
        for (var job = 0; job < instance.Jobs; job++)
        {
            if (book.Columns[job].IsServed || instance.Flexibility[job] == Flexibility.Locked)
                continue;
            var slack = Math.Max(1, instance.Deadline[job] - instance.Release[job] - instance.Duration[job]);
            var options = instance.FirstOption[job + 1] - instance.FirstOption[job];
            jobs.Add(job);
            keys.Add(-Math.Max(1e-9, ascent.Values[job]) / Math.Sqrt((double)slack * Math.Max(1, options)));
        }

        var (order, sort) = (jobs.ToArray(), keys.ToArray());
        Array.Sort(sort, order);
        return order;
    }
}
