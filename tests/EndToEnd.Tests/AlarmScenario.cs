using System.Globalization;
using DcOps.Domain.Csv;

namespace DcOps.EndToEnd.Tests;

/// <summary>The simulator breaks something, the product says what: real processes, the shipped rules, the chain that the site declared.</summary>
public abstract class AlarmScenario : IAsyncLifetime
{
    const int Racks = 60;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    internal LivingProvince Province { get; } = new();

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await Province.StartAsync(facilities: 1, Racks, Cancellation);

    public async ValueTask DisposeAsync()
    {
        await Province.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task PlayAsync(string scenario) => await Province.ScenarioAsync(Cancellation, scenario, "NJ-01");

    private protected async Task<InboxLine> UntilAsync(string what, Func<ImmutableArray<InboxLine>, InboxLine?> says)
    {
        InboxLine? found = null;
        await Province.UntilProductAsync(what, async _ => (found = says(await InboxAsync())) is not null, Patience, Cancellation);
        return found!;
    }

    private protected async Task<ImmutableArray<JournalLine>> RaisedAsync() => [.. (await JournalAsync()).Where(entry => entry.Event == "raised")];

    private protected async Task<ImmutableArray<InboxLine>> InboxAsync() => (await Province.JsonAsync<InboxAnswer>("/alarms.json", Cancellation)).Incidents;

    // What outdoor air is like is nobody's alarm here.
    private protected async Task<ImmutableArray<JournalLine>> JournalAsync()
    {
        var rows = CsvText.Rows(await Province.TextAsync("/alarms/journal.csv", Cancellation)).Select(row => row.Cells).Where(cells => cells.Count > 1).ToList();
        var head = rows.First(cells => cells.Contains("entry"));
        string Cell(List<string> cells, string name) => cells[head.IndexOf(name)];
        return
        [
            .. rows.SkipWhile(cells => cells != head).Skip(1)
                .Select(cells => new JournalLine(
                    Cell(cells, "entry"), Cell(cells, "event"), Cell(cells, "alarm"), Cell(cells, "place"), Cell(cells, "point"), Cell(cells, "rule"),
                    Cell(cells, "at_utc")))
                .Where(entry => !entry.Point.StartsWith("weather", StringComparison.Ordinal)),
        ];
    }

    private protected async Task<ImmutableArray<(string Node, ImmutableArray<string> Racks)>> BrokenAsync()
    {
        var things = await Province.TruthAsync("/truth/faults", Cancellation);
        return
        [
            .. things.EnumerateArray().Select(thing => (
                thing.GetProperty("node").GetString()!,
                thing.GetProperty("racks").EnumerateArray().Select(rack => rack.GetString()!).ToImmutableArray())),
        ];
    }

    private protected static void Print(string scenario, string broken, int raised, IReadOnlyList<InboxLine> inbox)
    {
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {scenario} | {broken} | {raised} raw alarms | {inbox.Count} incidents |"));
        foreach (var line in inbox.Take(5))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {line.Level} {line.State} {line.Alarms} alarms, {line.Racks} racks: {line.TitleEn} — {line.ReasonEn} — {line.TitleZh}"));
    }
}
