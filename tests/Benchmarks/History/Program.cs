using System.Diagnostics;
using System.Globalization;
using DcOps.Benchmarks.History.Layouts;

// Candidates run each in a process of its own, so that memory is its own.
Func<Layout>[] layouts =
[
    () => new AppendOnly(),
    () => new DeleteThenAppend(int.MaxValue),
    () => new DeleteThenAppend(4_000_000),
    () => new DeleteThenAppend(1_000_000),
    () => new PrimaryKey(),
    () => new SqlitePrimaryKey(),
];

switch (args)
{
    case ["layouts", var racks, var hours]:
        Console.WriteLine($"{Environment.ProcessorCount} cores, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}, {racks} racks, {hours} h, batches of 5,000 rows, each durable");
        Console.WriteLine(LayoutTrial.Header);
        for (var index = 0; index < layouts.Length; index++)
        {
            using var child = Process.Start(Environment.ProcessPath!, ["layout", index.ToString(CultureInfo.InvariantCulture), racks, hours]);
            child.WaitForExit();
        }

        return 0;
    case ["layout", var index, var racks, var hours]:
        var folder = Directory.CreateTempSubdirectory("dcops-layout-");
        Console.WriteLine(LayoutTrial.Run(
            layouts[int.Parse(index, CultureInfo.InvariantCulture)](),
            int.Parse(racks, CultureInfo.InvariantCulture),
            int.Parse(hours, CultureInfo.InvariantCulture) * 60,
            folder.FullName));
        folder.Delete(recursive: true);
        return 0;
    default:
        Console.Error.WriteLine("usage: layouts RACKS HOURS");
        return 2;
}
