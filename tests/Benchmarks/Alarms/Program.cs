using System.Globalization;
using DcOps.Benchmarks.Alarms;

// What alarms cost: the rules over readings of racks at peace and in trouble, what a standing alarm weighs, and how long it
// takes to group a storm.
//   (nothing)        100,000 racks; a storm of 100,000 alarms
//   journal [N]      1,000,000 entries in the embedded journal: written, and searched by place and time
//   path [N] [S]     from a reading to the inbox while N rack updates a second (70,000) go on, for S seconds (20)
//   stages           what an update costs at each stage of a room
//   --racks N        so many
//   --alarms N       so many
switch (args)
{
    case ["journal", .. var size]:
        Console.WriteLine(await JournalTrial.RunAsync(size is [var entries] ? int.Parse(entries, CultureInfo.InvariantCulture) : 1_000_000));
        return 0;
    case ["stages"]:
        Console.WriteLine(StagesTrial.Run());
        return 0;
    case ["path", .. var load]:
        Console.WriteLine(await PathTrial.RunAsync(
            load is [var rate, ..] ? int.Parse(rate, CultureInfo.InvariantCulture) : 70_000,
            load is [_, var seconds] ? int.Parse(seconds, CultureInfo.InvariantCulture) : 20));
        return 0;
}

var racks = Number("--racks", 100_000);
var alarms = Number("--alarms", 100_000);
Console.WriteLine(WatchTrial.Run(racks));
Console.WriteLine(StormTrial.Run(alarms));
return 0;

int Number(string option, int usual) =>
    Array.IndexOf(args, option) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : usual;
