using System.Globalization;
using DcOps.Benchmarks.Alarms;

// What alarms cost: the rules over readings of racks at peace and in trouble, what a standing alarm weighs, and how long it
// takes to group a storm.
//   (nothing)        100,000 racks; a storm of 100,000 alarms
//   --racks N        so many
//   --alarms N       so many
var racks = Number("--racks", 100_000);
var alarms = Number("--alarms", 100_000);
Console.WriteLine(WatchTrial.Run(racks));
Console.WriteLine(StormTrial.Run(alarms));
return 0;

int Number(string option, int usual) =>
    Array.IndexOf(args, option) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : usual;
