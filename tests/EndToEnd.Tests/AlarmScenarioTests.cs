using System.Globalization;
using DcOps.Domain.Csv;

namespace DcOps.EndToEnd.Tests;

/// <summary>The simulator breaks something, the product says what: real processes, the shipped rules, the chain that the site declared.</summary>
public sealed class AlarmScenarioTests : IAsyncLifetime
{
    const int Racks = 60;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    readonly LivingProvince _province = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _province.StartAsync(facilities: 1, Racks, Cancellation);

    public ValueTask DisposeAsync() => _province.DisposeAsync();

    [Fact]
    public async Task An_open_breaker_is_one_incident_that_names_it_and_the_racks_behind_it()
    {
        await PlayAsync("breaker-trip");
        var broken = (await BrokenAsync())[0];

        var line = await UntilAsync("the breaker is in the inbox", lines => lines.FirstOrDefault(line => line.TitleEn.Contains(broken.Node, StringComparison.Ordinal)));
        await _province.FaultAsync(Cancellation, "clear");
        var over = await UntilAsync(
            "it has returned", lines => lines.FirstOrDefault(each => each.Id == line.Id && each.State == "returned-unacknowledged"));

        var raised = (await RaisedAsync()).Where(entry => entry.Rule == "breaker-condition").ToList();
        Print("breaker trip", broken.Node, raised.Count, [over]);
        Assert.Equal("critical", line.Level);
        Assert.Single(raised);
        Assert.Equal(20, broken.Racks.Length);
    }

    [Fact]
    public async Task A_stopped_air_handler_and_the_heat_behind_it_are_one_incident()
    {
        await PlayAsync("cooling-stop");
        var broken = (await BrokenAsync())[0];

        var line = await UntilAsync(
            "handler and heat are together", lines => lines.FirstOrDefault(line => line.ReasonEn.Contains(broken.Node, StringComparison.Ordinal) && line.Alarms >= 2));

        var raised = await RaisedAsync();
        Print("cooling unit stop", broken.Node, raised.Length, await InboxAsync());
        Assert.Contains("20 racks", line.ReasonEn, StringComparison.Ordinal);
        Assert.Equal(20, line.Racks);
        Assert.Contains(raised, entry => entry.Rule == "cooling-unit-condition");
        Assert.Contains(raised, entry => entry.Rule.StartsWith("inlet-temperature", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_silo_killed_in_a_storm_raises_nothing_twice_and_keeps_every_incident()
    {
        await PlayAsync("storm");
        await UntilAsync("the storm is in the inbox", lines => lines.Sum(line => line.Alarms) >= 6 ? lines[0] : null);
        await _province.KillProductAsync();
        await _province.StartProductAsync(Cancellation);
        var broken = await BrokenAsync();
        var after = await UntilAsync(
            "every breaker and every air handler has its alarm",
            lines => lines.Sum(line => line.Alarms) >= broken.Length ? lines[0] : null);

        var journal = await JournalAsync();
        var raised = journal.Where(entry => entry.Event == "raised").ToList();
        Print("storm, silo killed in it", $"{broken.Length} things", raised.Count, await InboxAsync());
        Assert.Equal(journal.Length, journal.Select(entry => entry.Entry).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(raised.Count, raised.Select(entry => entry.Alarm).Distinct(StringComparer.Ordinal).Count());
        foreach (var alarms in raised.GroupBy(entry => (entry.Place, entry.Point, entry.Rule)))
            Assert.True(alarms.Count() == 1, $"{alarms.Key} was raised {alarms.Count()} times: {string.Join(", ", alarms.Select(entry => entry.At))}");
        Assert.Contains("ups-1", after.ReasonEn + after.TitleEn, StringComparison.Ordinal);
    }

    async Task PlayAsync(string scenario) => await _province.ScenarioAsync(Cancellation, scenario, "NJ-01");

    async Task<InboxLine> UntilAsync(string what, Func<ImmutableArray<InboxLine>, InboxLine?> says)
    {
        InboxLine? found = null;
        await _province.UntilProductAsync(what, async _ => (found = says(await InboxAsync())) is not null, Patience, Cancellation);
        return found!;
    }

    async Task<ImmutableArray<JournalLine>> RaisedAsync() => [.. (await JournalAsync()).Where(entry => entry.Event == "raised")];

    async Task<ImmutableArray<InboxLine>> InboxAsync() => (await _province.JsonAsync<InboxAnswer>("/alarms.json", Cancellation)).Incidents;

    // What outdoor air is like is nobody's alarm here.
    async Task<ImmutableArray<JournalLine>> JournalAsync()
    {
        var rows = CsvText.Rows(await _province.TextAsync("/alarms/journal.csv", Cancellation)).Select(row => row.Cells).Where(cells => cells.Count > 1).ToList();
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

    async Task<ImmutableArray<(string Node, ImmutableArray<string> Racks)>> BrokenAsync()
    {
        var things = await _province.TruthAsync("/truth/faults", Cancellation);
        return
        [
            .. things.EnumerateArray().Select(thing => (
                thing.GetProperty("node").GetString()!,
                thing.GetProperty("racks").EnumerateArray().Select(rack => rack.GetString()!).ToImmutableArray())),
        ];
    }

    static void Print(string scenario, string broken, int raised, IReadOnlyList<InboxLine> inbox)
    {
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {scenario} | {broken} | {raised} raw alarms | {inbox.Count} incidents |"));
        foreach (var line in inbox.Take(5))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {line.Level} {line.State} {line.Alarms} alarms, {line.Racks} racks: {line.TitleEn} — {line.ReasonEn} — {line.TitleZh}"));
    }
}
