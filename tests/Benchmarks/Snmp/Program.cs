using System.Globalization;
using System.Net;
using DcOps.Benchmarks.Snmp;

// Each candidate runs in a process of its own, so that its CPU and memory are its own; the agents run in another.
var seconds = args.Length > 1 && int.TryParse(args[1], NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : 6;
switch (args.ElementAtOrDefault(0))
{
    case "polls":
        Machine.Print();
        await PollTable.PrintAsync(seconds, args.ElementAtOrDefault(2) ?? "");
        return 0;
    case "v3":
        Machine.Print();
        await PollTable.PrintUserAsync(seconds);
        return 0;
    case "user-agents":
        await UserAgents.RunAsync();
        return 0;
    case "user-engine-alone":
        Console.WriteLine(await EnginePolls.RunUserAsync(seconds));
        return 0;
    case "memory":
        Machine.Print();
        await MemoryPerDevice.PrintAsync(devices: args.Length > 1 ? seconds : 50_000);
        return 0;
    case "silent":
        Machine.Print();
        await SilentDevices.PrintAsync(args.Length > 1 ? seconds : 60);
        return 0;
    case "relay":
        Machine.Print();
        return await LossyPhases.PrintAsync(devices: 200, seconds);
    case "lossy":
        return await LossyNetwork.PrintAsync(IPEndPoint.Parse(args[1]), int.Parse(args[2], CultureInfo.InvariantCulture), int.Parse(args[3], CultureInfo.InvariantCulture));
    case "stages":
        Machine.Print();
        Stages.Print(Collectors.Profile());
        return 0;
    case "tool":
        Console.WriteLine(Tools.Of(args[1]));
        return 0;
    case "engine-alone":
        Console.WriteLine(await EnginePolls.RunAsync(seconds));
        return 0;
    case "readings-alone":
        Console.WriteLine(await CollectorPolls.RunAsync(seconds));
        return 0;
    case "collector-alone":
        Console.WriteLine(await CollectorPolls.RunToDiskAsync(seconds));
        return 0;
    default:
        Console.Error.WriteLine("usage: polls [SECONDS] [CANDIDATE] | v3 [SECONDS] | memory [DEVICES] | silent [SECONDS] | relay [SECONDS A PHASE] | stages | lossy FIRST-ADDRESS DEVICES SECONDS");
        return 2;
}
