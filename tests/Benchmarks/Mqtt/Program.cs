using System.Globalization;
using DcOps.Benchmarks.Mqtt;

// Every candidate runs in a process of its own behind a mosquitto of its own; the generator and the sink are the C programs
// of the folder that is named first.
if (args is ["collector-alone", var port, var count, var quality, var target])
{
    await CollectorAlone.RunAsync(Number(port), Number(count), Number(quality), target == "rooms");
    return 0;
}

if (args is ["mapping"])
{
    Machine.Print();
    ReaderAlone.Print(2_000);
    return 0;
}

if (args is ["stages", var folder] && ProductTrial.Program is not null)
{
    Machine.Print();
    await ProductTrial.PrintAsync("product in one process, 20,000/s", new(2_000, 20_000, 20, 0), folder, stages: true);
    return 0;
}

if (args.Length == 0 || !File.Exists(Path.Combine(args[0], "mqttload")))
{
    Console.Error.WriteLine("usage: mapping | stages FOLDER | FOLDER [SECONDS] [RACKS] [qos1], where FOLDER holds mqttload and mqttsink");
    return 2;
}

var (tools, seconds, racks) = (args[0], args.Length > 1 ? Number(args[1]) : 8, args.Length > 2 ? Number(args[2]) : 2_000);
Machine.Print();
Console.WriteLine($"{racks} racks, one JSON message of 8 values each, 8 connections, {seconds} s");
Console.WriteLine("| candidate | QoS | published/s | taken/s | lost % | its CPU, µs a message | broker's CPU |");
Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|");
foreach (var rate in args.Length > 3 ? [] : new[] { 20_000, 0 })
{
    var load = new Workload(racks, rate, seconds, 0);
    await new Trial(Title("broker to a sink in C", rate), load, Sink).PrintAsync(tools);
    await new Trial(Title("collector, mapping alone", rate), load, at => Collector(at, 0, "nowhere"), CountsItself: true).PrintAsync(tools);
    await new Trial(Title("collector, outbox on disk, room fold", rate), load, at => Collector(at, 0, "rooms"), CountsItself: true).PrintAsync(tools);
    if (ProductTrial.Program is not null)
        await ProductTrial.PrintAsync(Title("product in one process, room grains", rate), load, tools);
    if (File.Exists(Peer.Program))
        await new Trial(Title("collectd mqtt, no store", rate), load with { Style = "collectd" }, Peer.Start).PrintAsync(tools);
}

await new Trial("collector, QoS 1, acknowledged from disk, room fold", new(racks, 0, seconds, 1), at => Collector(at, 1, "rooms"), CountsItself: true).PrintAsync(tools);
if (ProductTrial.Program is not null)
    await ProductTrial.PrintAsync("product in one process, QoS 1, room grains", new(racks, 0, seconds, 1), tools);
Machine.Print();
return 0;

Child Sink(int at) => Child.Start(Path.Combine(tools, "mqttsink"), "-p", Text(at), "-d", "600");

Child Collector(int at, int qualityOfService, string target) =>
    Child.Start(Environment.ProcessPath!, [.. Self(), "collector-alone", Text(at), Text(racks), Text(qualityOfService), target]);

static string[] Self() => Path.GetFileName(Environment.ProcessPath) == "dotnet" ? [typeof(Machine).Assembly.Location] : [];

static string Title(string name, int rate) => rate == 0 ? $"{name}, flat out" : string.Create(CultureInfo.InvariantCulture, $"{name}, {rate:N0}/s");

static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
