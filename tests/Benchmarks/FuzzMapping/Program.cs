using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DcOps.Benchmarks.FuzzMapping;
using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Domain.Configuration;

// Changed messages of every mapping for a given time: none may throw, make a wrong reading, or make memory grow.
const string Gateway = """
    { "name": "gateway", "title": "Gateway", "topics": [{ "pattern": "gw/{gateway}/up", "source": "gw:{key}" }], "time": { "path": "$.ts", "form": "unix-ms" },
      "each": "$.meters[*]", "key": "$.id",
      "points": [{ "path": "$.p", "quantity": "active-power", "unit": "kW" }, { "path": "$.r", "quantity": "current", "unit": "A", "words": { "form": "float32", "order": "ABCD" } }] }
    """;

if (args.Length is 0 or > 3 || !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
{
    Console.Error.WriteLine("usage: SECONDS [SEED [FOLDER]], where FOLDER holds recorded messages");
    return 2;
}

var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Environment.TickCount;
var seeds = Seeds.All(args.Length > 2 ? args[2] : null);
var byMapping = seeds.GroupBy(each => each.Mapping).Select(group => group.ToArray()).ToArray();
var random = new Random(seed);
var mutation = new Mutation(random);
var at = new DateTimeOffset(2026, 11, 22, 15, 0, 0, TimeSpan.Zero);
var (messages, findings, outcomes) = (0L, 0, new SortedDictionary<string, long>(StringComparer.Ordinal));
var trials = new Dictionary<string, MappingTrial>(StringComparer.Ordinal);
var memory = new List<long>();
for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started).TotalSeconds < seconds && findings < 20; messages++)
{
    if (messages % 200_000 == 0)
    {
        // As devices come and go; what a reader keeps of one life must not be what the next begins with.
        trials.Clear();
        memory.Add(GC.GetTotalMemory(forceFullCollection: true));
    }

    var group = byMapping[random.Next(byMapping.Length)];
    var (mapping, topic, payload) = group[random.Next(group.Length)];
    if (!trials.TryGetValue(mapping, out var trial))
        trials[mapping] = trial = new(MappingLibrary.Find(mapping) ?? PayloadMapping.Of(JsonSerializer.Deserialize<MappingDefinition>(Gateway, ConfigurationDocument.Strict)!));
    var changed = random.Next(20) == 0 ? payload : mutation.Of(payload, seeds[random.Next(seeds.Length)].Payload);
    var said = random.Next(50) == 0 ? System.Text.Encoding.UTF8.GetString(mutation.Of(System.Text.Encoding.UTF8.GetBytes(topic), [])) : topic;
    string? wrong;
    try
    {
        var outcome = trial.Read(said, changed, at);
        wrong = Judgement.Of(outcome, at);
        var name = outcome is MessageOutcome.Refused refused ? $"refused: {refused.Reason}" : outcome.GetType().Name;
        outcomes[name] = outcomes.GetValueOrDefault(name) + 1;
    }
    catch (Exception fault)
    {
        wrong = fault.ToString();
    }

    if (wrong is null)
        continue;

    findings++;
    Console.WriteLine($"FOUND {mapping} {said} {Convert.ToHexString(changed)}\n  {wrong}");
}

Console.WriteLine($"seed {seed}: {messages:N0} messages in {seconds} s, {findings} findings; memory after each life, MB: {string.Join(' ', memory.Select(bytes => (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture)).TakeLast(8))}");
foreach (var (name, count) in outcomes)
    Console.WriteLine($"  {name,-32} {count:N0}");
return findings == 0 ? 0 : 1;
