using DcOps.Domain.Green;
using DcOps.Domain.Metering;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Ledger.Archive;

/// <summary>What people put into an archive: registries, corrections, statements, plans.</summary>
public sealed class DeskRecords(ILedgerArchive archive, string province)
{
    /// <summary>Every revision that was applied, oldest first.</summary>
    public async Task<ImmutableArray<MeterRegistryRevision>> RegistriesAsync(bool newestOnly, CancellationToken cancellationToken)
    {
        var entries = await archive.ReadAsync(new(ArchiveKind.MeterRegistry, province, NewestOnly: newestOnly), cancellationToken);
        return [.. entries.OrderBy(entry => entry.Number).Select(RegistryOf)];
    }

    /// <summary>False when another revision of this number exists.</summary>
    public Task<bool> KeepAsync(MeterRegistryRevision revision, CancellationToken cancellationToken) => archive.AppendAsync(
        [
            new(
                ArchiveKind.MeterRegistry, province, "", revision.Number, revision.At, revision.At, revision.Author, revision.Reason,
                MeterCsv.Write(revision.Registry)),
        ],
        cancellationToken);

    /// <summary>As they stand, by id.</summary>
    /// <param name="facility">Null asks for all.</param>
    public async Task<ImmutableArray<Correction>> CorrectionsAsync(FacilityId? facility, CancellationToken cancellationToken)
    {
        var entries = await archive.ReadAsync(new(ArchiveKind.Correction, province, NewestOnly: true), cancellationToken);
        return
        [
            .. entries.Select(ArchiveJson.Read<Correction>).Where(correction => facility is null || correction.Claim.Facility == facility)
                .OrderBy(correction => correction.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Keeps a correction after its last step; false when another step was kept meanwhile.</summary>
    public Task<bool> KeepAsync(Correction correction, CancellationToken cancellationToken) => archive.AppendAsync(
        [
            new(
                ArchiveKind.Correction, province, correction.Id, correction.History.Length, correction.Claim.At,
                correction.History[^1].At, correction.History[^1].Actor.Name, correction.History[^1].Note, ArchiveJson.Write(correction)),
        ],
        cancellationToken);

    /// <summary>Newest first.</summary>
    public async Task<ImmutableArray<FiledStatement>> StatementsAsync(string? scope, CancellationToken cancellationToken) =>
    [
        .. (await archive.ReadAsync(new(ArchiveKind.Statement, scope), cancellationToken)).Select(ArchiveJson.Read<FiledStatement>)
            .OrderByDescending(statement => statement.FiledAt).ThenBy(statement => statement.Id, StringComparer.Ordinal),
    ];

    /// <summary>The manifest first; empty when there is no such statement.</summary>
    public async Task<ImmutableArray<StatementFile>> FilesAsync(FiledStatement statement, CancellationToken cancellationToken)
    {
        var entries = await archive.ReadAsync(new(ArchiveKind.StatementFile, statement.Scope, statement.Id), cancellationToken);
        return [.. entries.OrderBy(entry => entry.Number).Select(entry => new StatementFile(entry.Reason, entry.Body))];
    }

    /// <summary>Keeps a statement with its files; false when it was filed meanwhile.</summary>
    public Task<bool> KeepAsync(FiledStatement statement, ImmutableArray<StatementFile> files, CancellationToken cancellationToken) =>
        archive.AppendAsync(
            [
                new(
                    ArchiveKind.Statement, statement.Scope, statement.Id, 1, statement.Period.From, statement.FiledAt, statement.Author,
                    "", ArchiveJson.Write(statement)),
                .. files.Select((file, index) => new ArchiveEntry(
                    ArchiveKind.StatementFile, statement.Scope, statement.Id, index + 1, statement.Period.From, statement.FiledAt,
                    statement.Author, file.Name, file.Text)),
            ],
            cancellationToken);

    /// <summary>As they stand, by facility.</summary>
    public async Task<ImmutableArray<ConsolidationPlan>> PlansAsync(FacilityId? facility, CancellationToken cancellationToken) =>
    [
        .. (await archive.ReadAsync(new(ArchiveKind.ConsolidationPlan, facility?.Value, NewestOnly: true), cancellationToken))
            .Select(ArchiveJson.Read<ConsolidationPlan>),
    ];

    /// <summary>Keeps a plan after its last step; false when another step was kept meanwhile.</summary>
    public Task<bool> KeepAsync(ConsolidationPlan plan, CancellationToken cancellationToken) => archive.AppendAsync(
        [
            new(
                ArchiveKind.ConsolidationPlan, plan.Facility.Value, "", plan.Steps.Length, plan.Steps[0].At, plan.Steps[^1].At,
                plan.Steps[^1].Author, plan.Steps[^1].Note, ArchiveJson.Write(plan)),
        ],
        cancellationToken);

    /// <summary>Mean outdoor temperature of local days, °C; empty when nobody noted any.</summary>
    public async Task<ImmutableArray<(DateOnly Day, double Celsius)>> OutdoorAsync(
        FacilityId facility, BusinessPeriod within, CancellationToken cancellationToken) =>
    [
        .. (await archive.ReadAsync(
                new(ArchiveKind.OutdoorDay, facility.Value, null, within.From.AddDays(-1), within.To, NewestOnly: true), cancellationToken))
            .Select(entry => (BusinessCalendar.Shanghai.LocalDate(entry.From), ArchiveJson.Read<double>(entry))),
    ];

    /// <summary>Keeps a local day's mean; false when another value of it was kept meanwhile.</summary>
    /// <param name="number">1 for the first value of the day, one more for each that replaces it.</param>
    public Task<bool> KeepOutdoorAsync(
        FacilityId facility, DateOnly day, double celsius, int number, DateTimeOffset at, CancellationToken cancellationToken) =>
        archive.AppendAsync(
            [
                new(
                    ArchiveKind.OutdoorDay, facility.Value, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                    number, BusinessCalendar.Shanghai.Day(day).From, at, "ledger", "", ArchiveJson.Write(celsius)),
            ],
            cancellationToken);

    static MeterRegistryRevision RegistryOf(ArchiveEntry entry) => new(
        entry.Number, entry.At, entry.Author, entry.Reason,
        MeterCsv.Read("archive", entry.Body, out var faults)
            ?? throw new FormatException($"Revision {entry.Number} of the meter registry cannot be read: {faults[0]}"));
}
