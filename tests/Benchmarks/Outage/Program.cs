using System.Globalization;
using DcOps.Benchmarks.Outage;

// A site of 5,000 racks is cut off for a day: what its outbox holds, how it drains, what live samples feel of it, and
// whether the rollups are those of a site that was never cut off.
// With the word size alone: what a sample takes on the outbox's disk, and how long a disk lasts.
var isSizeAlone = args is ["size"];
var options = OutageOptions.Parse(isSizeAlone ? [] : args);
var folder = Directory.CreateTempSubdirectory("dcops-outage-").FullName;
try
{
    if (isSizeAlone)
    {
        OutboxSize.Print(folder);
        return 0;
    }

    Console.WriteLine($"{Environment.ProcessorCount} cores, load {File.ReadAllText("/proc/loadavg").Trim()}");
    Console.WriteLine($"{options.Racks} racks, a batch of 8 values each {options.Interval.TotalSeconds:0} s, cut for {options.Cut.TotalHours:0} h, backlog capped at {options.BatchesPerSecond:N0} batches/s");
    var cpu = Environment.CpuUsage.TotalTime;
    var result = await OutageRun.PlayAsync(options, folder, liveAfterDrain: TimeSpan.FromSeconds(30), CancellationToken.None);

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"outbox           {result.Batches:N0} batches, {result.Bytes / 1e9:0.00} GB, {result.Bytes / (double)result.Batches:0} bytes a batch"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"cut played in    {result.Played.TotalSeconds:0.0} s"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"drained in       {result.Drained.TotalSeconds:0.0} s, {result.Backfilled / result.Drained.TotalSeconds:N0} batches/s; {result.Backfilled:N0} late, {result.Ahead:N0} sent ahead, {result.Left} left"));
    Print("live, draining  ", result.DuringDrain);
    Print("live, no backlog", result.AfterDrain);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rollups          {result.Known:N0} rack minutes with energy, {result.Different:N0} differ from the uncut run; {result.WattHours:N0} Wh, uncut {result.UncutWattHours:N0} Wh"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CPU              {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:0.0} s, both centres and the generator included; peak memory {Environment.WorkingSet / 1e6:N0} MB now"));
    return result.Different == 0 && result.Left == 0 ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static void Print(string name, ImmutableArray<TimeSpan> delays)
{
    if (delays.IsEmpty)
        return;

    double At(double part) => delays[(int)(part * (delays.Length - 1))].TotalMilliseconds;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {delays.Length:N0} samples, delay p50 {At(0.5):0} ms, p99 {At(0.99):0} ms, longest {At(1):0} ms"));
}
