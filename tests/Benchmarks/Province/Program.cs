using System.Globalization;
using DcOps.Benchmarks.Province;

// A province reports to a silo over its real ingest: how many rack updates a second it takes, at what cost, and whether
// every watt-hour is there afterwards.
const string Usage = "usage: FACILITIES RACKS MINUTES [SECONDS_BETWEEN_UPDATES [COLLECTORS]], as in 400 700000 10";

if (args is ["load", var facilities, var racks, var collectors, var interval, var length, var silo])
    return await LoadProcess.RunAsync(new(Whole(facilities), Whole(racks), Whole(collectors), Seconds(interval), Seconds(length)), new(silo));

if (args.Length is < 3 or > 5 || !args.All(argument => double.TryParse(argument, CultureInfo.InvariantCulture, out _)))
{
    Console.Error.WriteLine(Usage);
    return 2;
}

var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../DcOps.Silo.Host/release/DcOps.Silo.Host.dll"));
var folder = Directory.CreateTempSubdirectory("dcops-province-").FullName;
try
{
    var size = new LoadSize(
        Whole(args[0]), Whole(args[1]), args.Length > 4 ? Whole(args[4]) : 13, Seconds(args.Length > 3 ? args[3] : "10"),
        Seconds(args[2]) * 60);
    return await ProvinceRun.PlayAsync(size, program, folder);
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));
