using System.Globalization;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Ledger.Archive;

/// <summary>Closed periods, their measures, and what changed after they were closed, as an archive keeps them.</summary>
public sealed class LedgerRecords(ILedgerArchive archive)
{
    const string Author = "ledger";

    readonly ReadEntries _read = new(archive);

    /// <summary>With all revisions, by facility, then start.</summary>
    /// <param name="facility">Null asks for all.</param>
    public async Task<ImmutableArray<ClosedPeriod>> ClosedAsync(
        FacilityId? facility, PeriodKind kind, BusinessPeriod within, CancellationToken cancellationToken)
    {
        var entries = await _read.ReadAsync<KeptPeriod>(
            new(KindOf(kind), facility?.Value, null, within.From, within.To), cancellationToken);
        return
        [
            .. entries.GroupBy(each => (each.Entry.Scope, each.Entry.Item)).Select(group => new ClosedPeriod(
                FacilityId.Parse(group.Key.Scope), kind, group.First().Value.Period,
                [.. group.Select(each => RevisionOf(each.Entry, each.Value))])),
        ];
    }

    /// <summary>Newest measure of every closed month, by facility, then start, with the revision that it is of.</summary>
    /// <param name="facility">Null asks for all.</param>
    public async Task<ImmutableArray<(PeriodMeasure Measure, int Revision)>> MonthsAsync(
        FacilityId? facility, BusinessPeriod within, CancellationToken cancellationToken)
    {
        var entries = await _read.ReadAsync<KeptMeasure>(
            new(ArchiveKind.MonthMeasure, facility?.Value, null, within.From, within.To, NewestOnly: true), cancellationToken);
        return [.. entries.Select(each => (each.Value.Build(), each.Entry.Number))];
    }

    /// <summary>What the meters gave to every closed month, newest of each, by start; months closed before it was kept are not there.</summary>
    public async Task<ImmutableArray<MonthEvidence>> EvidenceAsync(
        FacilityId facility, BusinessPeriod within, CancellationToken cancellationToken) =>
    [
        .. (await _read.ReadAsync<MonthEvidence>(
            new(ArchiveKind.MonthEvidence, facility.Value, null, within.From, within.To, NewestOnly: true), cancellationToken))
            .Select(each => each.Value with { Revision = each.Entry.Number }),
    ];

    /// <summary>Adds the newest revisions; false when others were added meanwhile, and then nothing was.</summary>
    /// <param name="measures">Of months among them that were closed or restated, with what their meters gave.</param>
    public Task<bool> KeepAsync(
        IEnumerable<ClosedPeriod> closed,
        IReadOnlyCollection<(PeriodMeasure Measure, ImmutableArray<MeterPart> Meters, ClosedPeriod Month)> measures,
        CancellationToken cancellationToken) => archive.AppendAsync(
        [
            .. closed.Select(period => EntryOf(KindOf(period.Kind), period, ArchiveJson.Write(new KeptPeriod(period.Period, period.Current.Totals)))),
            .. measures.Select(each => EntryOf(ArchiveKind.MonthMeasure, each.Month, ArchiveJson.Write(KeptMeasure.Of(each.Measure)))),
            .. measures.Select(each => EntryOf(
                ArchiveKind.MonthEvidence, each.Month, ArchiveJson.Write(new MonthEvidence(each.Month.Period, each.Meters)))),
        ],
        cancellationToken);

    /// <summary>Notes that what is known of a stretch has changed; closed periods that it touches are restated.</summary>
    /// <param name="to">The end of time where everything since is touched.</param>
    public async Task NoteChangeAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, DateTimeOffset at, string reason, CancellationToken cancellationToken)
    {
        var number = await HighestAsync(ArchiveKind.Change, facility, cancellationToken);
        while (!await archive.AppendAsync(
            [
                new(
                    ArchiveKind.Change, facility.Value, "", ++number, from, at, Author, reason,
                    ArchiveJson.Write(new BusinessPeriod(from, to))),
            ],
            cancellationToken))
            number = await HighestAsync(ArchiveKind.Change, facility, cancellationToken);
    }

    /// <summary>Changes that closed periods were not restated for yet, oldest first.</summary>
    public async Task<ImmutableArray<(int Number, BusinessPeriod Stretch, string Reason)>> OpenChangesAsync(
        FacilityId facility, CancellationToken cancellationToken)
    {
        var settled = await SettledThroughAsync(facility, cancellationToken);
        var changes = await archive.ReadAsync(new(ArchiveKind.Change, facility.Value), cancellationToken);
        return
        [
            .. changes.Where(change => change.Number > settled).OrderBy(change => change.Number)
                .Select(change => (change.Number, ArchiveJson.Read<BusinessPeriod>(change), change.Reason)),
        ];
    }

    /// <summary>Notes that closed periods have been restated for all changes up to a number.</summary>
    public async Task SettleAsync(FacilityId facility, int through, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var number = await HighestAsync(ArchiveKind.Settled, facility, cancellationToken);
        await archive.AppendAsync(
            [new(ArchiveKind.Settled, facility.Value, "", number + 1, at, at, Author, "", ArchiveJson.Write(through))], cancellationToken);
    }

    static ArchiveKind KindOf(PeriodKind kind) => kind switch
    {
        PeriodKind.Day => ArchiveKind.ClosedDay,
        PeriodKind.Month => ArchiveKind.ClosedMonth,
        _ => ArchiveKind.ClosedYear,
    };

    static ArchiveEntry EntryOf(ArchiveKind kind, ClosedPeriod period, string body) => new(
        kind, period.Facility.Value, ItemOf(period), period.Current.Number, period.Period.From, period.Current.At, period.Current.Author,
        period.Current.Reason, body);

    static string ItemOf(ClosedPeriod period) => ReportPeriod.Of(period.Kind, period.Period).Text;

    static PeriodRevision RevisionOf(ArchiveEntry entry, KeptPeriod kept) =>
        new(entry.Number, entry.At, entry.Author, entry.Reason, kept.Totals);

    async Task<int> HighestAsync(ArchiveKind kind, FacilityId facility, CancellationToken cancellationToken) =>
        (await archive.ReadAsync(new(kind, facility.Value, NewestOnly: true), cancellationToken)) is [.., var last] ? last.Number : 0;

    async Task<int> SettledThroughAsync(FacilityId facility, CancellationToken cancellationToken) =>
        (await archive.ReadAsync(new(ArchiveKind.Settled, facility.Value, NewestOnly: true), cancellationToken)) is [.., var last]
            ? int.Parse(last.Body, CultureInfo.InvariantCulture)
            : 0;
}
