using System.Globalization;
using DcOps.Chaos;

// The load of the chaos suite, a collector in a process that is there to be killed: it writes down what it is about to send, keeps it in
// a real outbox and delivers it to the silos. Started again, it goes on. tests/Chaos/chaos.py starts it, breaks things and has them checked.
if (args is not [var folder, var seed, var seconds, var facilities, var racks, var silos])
{
    Console.Error.WriteLine("usage: FOLDER SEED SECONDS FACILITIES RACKS_OF_ROOM SILO,SILO");
    return 2;
}

var plan = new LoadPlan(Whole(seed), Whole(seconds), Whole(facilities), Whole(racks));
return await LoadRun.PlayAsync(plan, folder, [.. silos.Split(',').Select(silo => new Uri(silo))]);

static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
