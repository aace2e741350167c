using System.Globalization;
using DcOps.Domain.Scheduling.Model;

namespace DcOps.Simulator.Computing;

static class WorkloadsOf
{
    public static ImmutableArray<Workload> Make(Random random, PlanningInput input, ProvinceScene scene)
    {
        var free = new double[4];
        foreach (var pool in input.Pools)
            free[(int)pool.Kind] += pool.Free.Sum();
        var shape = Enumerable.Range(0, scene.Jobs).Select(_ => Shape.Draw(random)).ToArray();
        var asked = new double[4];
        foreach (var job in shape)
            asked[(int)job.Kind] += job.Size * job.Duration;

        // Sizes are scaled so that each kind asks for the wanted share of what is free (power lets 1 / 1.15 of it run).
        var built = ImmutableArray.CreateBuilder<Workload>(scene.Jobs);
        for (var index = 0; index < scene.Jobs; index++)
        {
            var job = shape[index];
            var largest = input.Pools.Where(pool => pool.Kind == job.Kind).Select(pool => pool.Free[0]).DefaultIfEmpty().Max();
            var units = (int)Math.Clamp(Math.Round(job.Size * scene.Load / 1.15 * free[(int)job.Kind] / asked[(int)job.Kind]), 1, Math.Max(1, 0.06 * largest));
            built.Add(Build(random, input, scene, index, job, units));
        }

        return built.MoveToImmutable();
    }

    static Workload Build(Random random, PlanningInput input, ProvinceScene scene, int index, Shape job, int units)
    {
        var (length, release) = (job.Duration, 0);
        var slack = random.NextDouble() switch
        {
            < 0.3 => 1 + random.Next(Math.Max(1, length / 4)),
            < 0.6 => ProvinceOf.Slots,
            _ => 4 + random.Next(32),
        };
        release = random.Next(Math.Max(1, ProvinceOf.Slots - length - 4));
        var region = random.NextDouble() < 0.25 ? random.Next(2) : random.Next(input.Regions.Length - 1);
        var kind = random.NextDouble();
        var isElastic = kind < scene.ElasticShare && units >= 4;
        var flexibility = isElastic ? Flexibility.Elastic : random.NextDouble() < 0.3 ? Flexibility.Interruptible : Flexibility.Deferrable;
        var kilowatts = units * (job.Kind is PoolKind.Gpu ? 0.8 : job.Kind is PoolKind.Hpc ? 0.5 : 0.012);
        return new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"J{index:00000}"),
            Tenant = string.Create(CultureInfo.InvariantCulture, $"T{random.Next(20):00}"),
            Kind = job.Kind,
            Units = units,
            Duration = length,
            Release = release,
            Deadline = Math.Min(ProvinceOf.Slots, release + length + slack),
            Flexibility = flexibility,
            Levels = isElastic ? [new(Math.Max(1, units / 2), 0.55), new(units, 1), new(units * 2, 1.7)] : [],
            Latency = random.NextDouble() switch { < 0.03 => LatencyClass.City, < 0.35 => LatencyClass.Province, < 0.8 => LatencyClass.Nation, _ => LatencyClass.Any },
            Origin = region,
            DataRegion = region,
            Gigabytes = scene.HasGridTerms && random.NextDouble() < 0.3 ? 50 * random.NextDouble() * units : 0,
            Stack = random.NextDouble() < 0.8 ? FacilityOf.Stack(random.Next(6)) : null,
            MayLeaveProvince = random.NextDouble() < 0.7,
            SecurityGrade = random.NextDouble() switch { < 0.5 => 1, < 0.85 => 2, _ => 3 },
            UnservedPenalty = 20 + (20 * kilowatts * length * 0.25),
            CheckpointCost = flexibility == Flexibility.Interruptible ? 0.02 * kilowatts : 0,
        };
    }

    readonly record struct Shape(PoolKind Kind, double Size, int Duration)
    {
        /// <summary>Many small and short, few large and long, as public traces have them.</summary>
        public static Shape Draw(Random random)
        {
            var kind = random.NextDouble() switch { < 0.45 => PoolKind.Cpu, < 0.8 => PoolKind.Gpu, < 0.92 => PoolKind.Hpc, _ => PoolKind.Storage };
            var duration = (int)Math.Clamp(Math.Ceiling(Math.Exp(1.3 + (1.1 * Normal(random)))), 1, 64);
            return new(kind, Math.Exp(0.9 * Normal(random)), duration);
        }

        static double Normal(Random random) =>
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
