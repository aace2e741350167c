using System.Globalization;
using DcOps.Benchmarks.AlarmLatency;

// From a reading that crosses a limit to the alarm on the page, through the real ingest of a real silo under load; beside it, in the
// same run and for the same values, Prometheus with Alertmanager to the receiver of its webhook.
const string Usage = "usage: UPDATES_PER_SECOND SECONDS [RACKS], as in 7000 60 70000";

if (args.Length is < 2 or > 3 || !args.All(argument => int.TryParse(argument, CultureInfo.InvariantCulture, out _)))
{
    Console.Error.WriteLine(Usage);
    return 2;
}

var numbers = args.Select(argument => int.Parse(argument, CultureInfo.InvariantCulture)).ToArray();
var folder = Directory.CreateTempSubdirectory("dcops-latency-").FullName;
try
{
    return await LatencyRun.PlayAsync(numbers[0], TimeSpan.FromSeconds(numbers[1]), numbers.Length > 2 ? numbers[2] : numbers[0] * 10, folder);
}
finally
{
    Directory.Delete(folder, recursive: true);
}
