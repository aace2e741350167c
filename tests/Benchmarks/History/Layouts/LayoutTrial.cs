using System.Diagnostics;
using System.Globalization;

namespace DcOps.Benchmarks.History.Layouts;

/// <summary>One candidate under the load of a facility group: fill it minute by minute, restate some, ask it.</summary>
static class LayoutTrial
{
    const int BatchRows = 5_000;
    const int FirstMinute = 29_500_000 / 1_440 * 1_440;
    static readonly TimeSpan FillLimit = TimeSpan.FromSeconds(90);

    public static string Header =>
        "| layout | rows | rows/s | CPU µs/row | longest pause ms | restate 5,000 rows, ms | bytes/row | a rack's 24 h, ms (CPU ms) | energy of all racks, ms | memory MB |\n"
        + "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|";

    public static string Run(Layout layout, int racks, int minutes, string folder)
    {
        using (layout)
        {
            layout.Open(folder);
            var rows = new LayoutRow[racks];
            var generator = new LayoutRows(racks, seed: 7);
            long energy = 0;
            var (busy, cpu, pause) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
            var minute = 0;
            for (; minute < minutes && busy < FillLimit; minute++)
            {
                generator.Fill(FirstMinute + minute, rows);
                energy += rows.Sum(row => row.EnergyWattHours);
                var filling = Meter.Start();
                for (var from = 0; from < racks; from += BatchRows)
                {
                    var batch = Meter.Start();
                    layout.Append(rows.AsSpan(from, Math.Min(BatchRows, racks - from)));
                    layout.Tidy();
                    pause = batch.Wall > pause ? batch.Wall : pause;
                }

                busy += filling.Wall;
                cpu += filling.Cpu;
            }

            var settling = Meter.Start();
            layout.Settle();
            busy += settling.Wall;
            cpu += settling.Cpu;
            var written = (long)minute * racks;
            var bytes = Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length);

            var restated = rows.Where((_, index) => index % Math.Max(1, racks / BatchRows) == 0).Take(BatchRows).ToArray();
            var restating = Meter.Start();
            layout.Replace(restated);
            var restateTime = restating.Wall;

            var day = Median(15, trial =>
            {
                var expected = Math.Min(minute, 1_440);
                var got = layout.RackPeriod(trial * 7_919 % racks, FirstMinute, FirstMinute + 1_440);
                Require(got == expected, $"{got} rows of a rack, not {expected}");
            });
            var sum = Median(3, _ => Require(layout.Energy(FirstMinute, FirstMinute + 1_440) == energy, "energy differs"));
            using var process = Process.GetCurrentProcess();
            return string.Create(CultureInfo.InvariantCulture, $"""
                | {layout.Name} | {written:N0} | {written / busy.TotalSeconds:N0} | {cpu.TotalMicroseconds / written:F1} | {pause.TotalMilliseconds:F0} | {restateTime.TotalMilliseconds:F0} | {(double)bytes / written:F1} | {day.Wall.TotalMilliseconds:F1} ({day.Cpu.TotalMilliseconds:F1}) | {sum.Wall.TotalMilliseconds:F0} | {process.PeakWorkingSet64 / 1_000_000:N0} |
                """);
        }
    }

    static (TimeSpan Wall, TimeSpan Cpu) Median(int trials, Action<int> work)
    {
        work(0);
        var taken = new List<(TimeSpan Wall, TimeSpan Cpu)>();
        for (var trial = 1; trial <= trials; trial++)
        {
            var meter = Meter.Start();
            work(trial);
            taken.Add((meter.Wall, meter.Cpu));
        }

        return (taken.Select(each => each.Wall).Order().ElementAt(trials / 2), taken.Select(each => each.Cpu).Order().ElementAt(trials / 2));
    }

    static void Require(bool holds, string fault)
    {
        if (!holds)
            throw new InvalidOperationException(fault);
    }
}
