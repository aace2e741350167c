using DcOps.Domain.Green;
using DcOps.Domain.Ledger;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Metering;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;

namespace DcOps.Registry.Tests;

/// <summary>What the archive promises, asked of every one.</summary>
public abstract class ArchiveConformanceTests : IAsyncLifetime
{
    static readonly DateTimeOffset At = new(2026, 3, 1, 16, 0, 0, TimeSpan.Zero);
    static readonly FacilityId Facility = FacilityId.Parse("NJ-01");

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected ILedgerArchive Archive { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Archive = await OpenAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_was_written_comes_back_to_the_last_character_and_tick()
    {
        var entry = Entry("NJ-01", "2026-03", 1) with { From = At.AddTicks(1), Body = "{\"a\":\"南京 \\u0000 'x' \"\"\n\"}", Author = "周" };

        Assert.True(await Archive.AppendAsync([entry], Token));

        Assert.Equal([entry], await Archive.ReadAsync(new(ArchiveKind.ClosedMonth), Token));
        Assert.Equal([entry with { Body = "" }], await Archive.ReadAsync(new(ArchiveKind.ClosedMonth, IsBodyLeftOut: true), Token));
        Assert.Empty(await Archive.ReadAsync(new(ArchiveKind.ClosedDay), Token));
    }

    [Fact]
    public async Task A_number_is_given_once_and_none_is_left_out()
    {
        Assert.True(await Archive.AppendAsync([Entry("NJ-01", "a", 1), Entry("NJ-01", "a", 2)], Token));

        Assert.False(await Archive.AppendAsync([Entry("NJ-01", "a", 2) with { Body = "other" }], Token));
        Assert.False(await Archive.AppendAsync([Entry("NJ-01", "a", 4)], Token));
        Assert.False(await Archive.AppendAsync([Entry("NJ-01", "b", 1), Entry("NJ-01", "a", 2)], Token));

        var kept = await Archive.ReadAsync(new(ArchiveKind.ClosedMonth), Token);
        Assert.Equal(["1 body", "2 body"], kept.Select(entry => $"{entry.Number} {entry.Body}"));
    }

    [Fact]
    public async Task Entries_are_found_by_scope_item_time_and_as_the_newest_of_their_subject()
    {
        await Archive.AppendAsync(
            [
                Entry("SZ-01", "a", 1), Entry("NJ-01", "b", 1) with { From = At.AddDays(1) }, Entry("NJ-01", "a", 1), Entry("NJ-01", "a", 2),
            ],
            Token);

        Assert.Equal(["NJ-01 a 1", "NJ-01 a 2", "NJ-01 b 1", "SZ-01 a 1"], await NamesAsync(new(ArchiveKind.ClosedMonth)));
        Assert.Equal(["NJ-01 a 2", "NJ-01 b 1"], await NamesAsync(new(ArchiveKind.ClosedMonth, "NJ-01", NewestOnly: true)));
        Assert.Equal(["NJ-01 a 1", "NJ-01 a 2", "SZ-01 a 1"], await NamesAsync(new(ArchiveKind.ClosedMonth, null, "a", At, At.AddDays(1))));
        Assert.Equal(["NJ-01 b 1"], await NamesAsync(new(ArchiveKind.ClosedMonth, From: At.AddTicks(1))));
    }

    [Fact]
    public async Task Of_two_who_write_the_same_number_at_once_one_is_told_no()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer =>
            Archive.AppendAsync([Entry("NJ-01", "a", 1) with { Author = $"{writer}" }], Token)));

        Assert.Equal(1, outcomes.Count(isDone => isDone));
        Assert.Single(await Archive.ReadAsync(new(ArchiveKind.ClosedMonth), Token));
    }

    [Fact]
    public async Task What_the_ledger_keeps_comes_back_as_it_was()
    {
        var (records, desk) = (new LedgerRecords(Archive), new DeskRecords(Archive, "JS"));
        var month = BusinessCalendar.Shanghai.Month(2026, 3);
        var book = ArchivedBook.Of(Facility, month);
        var measure = PeriodMeasure.Of(book, month, GapPolicy.Rated);
        var closed = ClosedPeriod.Close(Facility, PeriodKind.Month, month, measure.Energy, "ledger", month.To.AddDays(5));
        var correction = ((CorrectionAnswer.Done)Correction.Propose(
            "C-2026-0001", new(Facility, "ups", CorrectionKind.SubstituteEnergy, month.From, month.To, Energy: new(5)),
            [new("bill.pdf", Digest.Of("bill"))], new("op", ActorRole.Operator), "bypassed", At)).Correction;
        var plan = ConsolidationPlan.List(Facility, "clerk", At, "old").Plan(null, new(2027, 1, 1), "clerk", At, "rebuild")!;

        Assert.True(await records.KeepAsync([closed], [(measure, [], closed)], Token));
        Assert.True(await desk.KeepAsync(correction, Token));
        Assert.True(await desk.KeepAsync(new MeterRegistryRevision(1, At, "clerk", "first", book.Registry), Token));
        Assert.True(await desk.KeepAsync(ConsolidationPlan.List(Facility, "clerk", At, "old"), Token));
        Assert.True(await desk.KeepAsync(plan, Token));

        var again = Assert.Single(await records.ClosedAsync(Facility, PeriodKind.Month, month, Token));
        Assert.Equal(closed.Current.Totals.Figures, again.Current.Totals.Figures);
        Assert.True(closed.Current.Totals.SaysTheSameAs(again.Current.Totals));
        var (kept, revision) = Assert.Single(await records.MonthsAsync(null, month, Token));
        Assert.Equal((1, measure.Period, measure.Policy), (revision, kept.Period, kept.Policy));
        Assert.Equal(measure.Shares, kept.Shares);
        Assert.Equal(measure.Balances, kept.Balances);
        Assert.Equal(measure.Energy.Save().Pue, kept.Energy.Save().Pue);
        Assert.Equal(measure.Categories[0].Strict.Entering, kept.Categories[0].Strict.Entering);
        Assert.Equal(measure.Categories[0].Strict.Gaps.Gaps, kept.Categories[0].Strict.Gaps.Gaps);
        Assert.Equal(correction.History, Assert.Single(await desk.CorrectionsAsync(Facility, Token)).History);
        Assert.Equal(book.Registry.Entries, Assert.Single(await desk.RegistriesAsync(newestOnly: true, Token)).Registry.Entries);
        Assert.Equal(plan.Steps, Assert.Single(await desk.PlansAsync(null, Token)).Steps);
    }

    [Fact]
    public async Task Changes_wait_until_they_are_settled()
    {
        var records = new LedgerRecords(Archive);
        await records.NoteChangeAsync(Facility, At, At.AddHours(1), At, "late", Token);
        await records.NoteChangeAsync(Facility, At, DateTimeOffset.MaxValue, At, "registry", Token);

        var open = await records.OpenChangesAsync(Facility, Token);
        await records.SettleAsync(Facility, open[0].Number, At, Token);

        Assert.Equal([(1, "late"), (2, "registry")], open.Select(change => (change.Number, change.Reason)));
        Assert.Equal(DateTimeOffset.MaxValue, Assert.Single(await records.OpenChangesAsync(Facility, Token)).Stretch.To);
    }

    protected abstract Task<ILedgerArchive> OpenAsync();

    protected static ArchiveEntry Entry(string scope, string item, int number) =>
        new(ArchiveKind.ClosedMonth, scope, item, number, At, At, "ledger", "close", "body");

    async Task<IEnumerable<string>> NamesAsync(ArchiveQuery query) =>
        (await Archive.ReadAsync(query, Token)).Select(entry => $"{entry.Scope} {entry.Item} {entry.Number}");
}
