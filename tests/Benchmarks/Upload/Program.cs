using System.Diagnostics;
using System.Globalization;
using DcOps.Benchmarks.Upload;
using DcOps.Upload.Spool;

// Half a year of items on disk: how fast they are kept, how large they are, how long a start takes, how fast a backlog is handed out.
//   (nothing)         40 meters, 184 days
//   --meters N
//   --days N
// Or keeps items and acknowledgements until it is killed, and prints how many it promised to have kept:
//   --write FOLDER
if (args is ["--write", var folder])
{
    MadeItems.WriteUntilKilled(folder);
    return 0;
}

var (meters, days) = (Number("--meters", 40), Number("--days", 184));
var place = Directory.CreateTempSubdirectory("dcops-spool-").FullName;
try
{
    var spool = MadeItems.Open(place);
    var watch = Stopwatch.StartNew();
    var items = 0L;
    for (var day = 0; day < days; day++)
        items += spool.Append(MadeItems.Day(day, meters));
    Print($"kept {items} items of {meters} meters over {days} days in {watch.Elapsed.TotalSeconds:0.0} s, {spool.Bytes / (1 << 20)} MiB, {spool.Bytes / items} bytes each");

    watch.Restart();
    spool = MadeItems.Open(place);
    Print($"opened in {watch.Elapsed.TotalSeconds:0.00} s; {spool.PendingOf(MadeItems.Destination).Count} wait");

    watch.Restart();
    var (handed, now) = (0L, MadeItems.First.AddDays(days + 40));
    while (watch.Elapsed < TimeSpan.FromSeconds(5) && spool.Take(MadeItems.Destination, UploadLane.Backlog, 200, now) is { IsEmpty: false } taken)
    {
        spool.Settle(MadeItems.Destination, taken, ItemState.Acknowledged);
        handed += taken.Length;
    }

    Print($"handed out and acknowledged {handed} in {watch.Elapsed.TotalSeconds:0.0} s: {handed / watch.Elapsed.TotalSeconds:0} a second");
    Print($"memory {GC.GetTotalMemory(forceFullCollection: true) / (1 << 20)} MiB");
    return 0;
}
finally
{
    Directory.Delete(place, recursive: true);
}

int Number(string option, int otherwise) =>
    Array.IndexOf(args, option) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
