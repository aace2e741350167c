using DcOps.Domain.Csv;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Statements;

/// <summary>
/// Verifies a bundle without asking anybody: digests against the manifest, the chain link by link, and a facility's figures
/// made again from the raw readings, the boundary and the corrections inside; the province's from the facilities that it lists.
/// The signature over the manifest is checked apart.
/// </summary>
public static class StatementCheck
{
    /// <param name="files">Text by name, the manifest among them.</param>
    /// <returns>Empty when the bundle is whole and its figures follow from its readings.</returns>
    public static ImmutableArray<StatementFinding> Of(IReadOnlyDictionary<string, string> files)
    {
        if (!files.TryGetValue(StatementNames.Manifest, out var text))
            return [new(StatementNames.Manifest, "is missing")];

        try
        {
            var manifest = StatementManifest.Parse(text);
            var isProvince = manifest.Files.Any(entry => entry.Name == StatementNames.Facilities);
            var findings = Digests(manifest, isProvince ? StatementNames.OfProvince : StatementNames.OfFacility, files);
            return !findings.IsEmpty ? findings : isProvince ? ProvinceCheck.Of(manifest, files) : Again(manifest, files);
        }
        catch (FormatException fault)
        {
            return [new(StatementNames.Manifest, fault.Message)];
        }
    }

    static ImmutableArray<StatementFinding> Digests(
        StatementManifest manifest, ImmutableArray<string> needed, IReadOnlyDictionary<string, string> files)
    {
        var findings = ImmutableArray.CreateBuilder<StatementFinding>();
        foreach (var entry in manifest.Files)
        {
            if (!files.TryGetValue(entry.Name, out var text))
                findings.Add(new(entry.Name, "is named by the manifest and missing"));
            else if (Digest.Of(text).Hex != entry.Sha256)
                findings.Add(new(entry.Name, "was changed: its SHA-256 is not the manifest's"));
        }

        findings.AddRange(files.Keys.Except(manifest.Files.Select(entry => entry.Name).Append(StatementNames.Manifest), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).Select(name => new StatementFinding(name, "is not named by the manifest")));
        findings.AddRange(needed.Except(manifest.Files.Select(entry => entry.Name), StringComparer.Ordinal)
            .Select(name => new StatementFinding(name, "belongs to a statement and is not named by the manifest")));
        return findings.DrainToImmutable();
    }

    static ImmutableArray<StatementFinding> Again(StatementManifest manifest, IReadOnlyDictionary<string, string> files)
    {
        if (!FacilityId.TryParse(manifest.Scope, out var facility) || !KebabCase.TryParse<PeriodKind>(manifest.Period, out var kind))
            return [new(StatementNames.Manifest, "names no facility or no kind of period")];

        var faults = new List<CsvFault>();
        var registry = MeterCsv.Read(StatementNames.Meters, files[StatementNames.Meters], out var meterFaults);
        var readings = ReadingCsv.Readings(files[StatementNames.Readings], faults).ToList();
        var samples = ReadingCsv.Samples(files[StatementNames.Samples], faults).ToList();
        var weather = ReadingCsv.Weather(files[StatementNames.Weather], faults).ToList();
        var corrections = CorrectionCsv.Read(facility, files[StatementNames.Corrections], faults).ToList();
        if (registry is null || faults.Count > 0)
            return [.. meterFaults.Concat(faults).Select(fault => new StatementFinding(fault.File, fault.ToString()))];

        var book = new FacilityBook(facility, registry, BusinessCalendar.Shanghai, ClosePolicy.Default);
        foreach (var (meter, reading) in readings)
            book.Take(meter, reading);
        foreach (var (meter, sample) in samples)
            book.Take(meter, sample);
        foreach (var (day, celsius) in weather)
            book.TakeOutdoor(day, celsius);
        foreach (var correction in corrections)
            book.Take(correction);

        var period = new BusinessPeriod(manifest.From, manifest.To);
        var totals = PeriodTotals.Of(book.EnergyOf(period), manifest.Revision);
        return Compare(manifest, files, kind, book, period, totals);
    }

    static ImmutableArray<StatementFinding> Compare(
        StatementManifest manifest, IReadOnlyDictionary<string, string> files, PeriodKind kind, FacilityBook book,
        BusinessPeriod period, PeriodTotals totals)
    {
        var findings = ImmutableArray.CreateBuilder<StatementFinding>();
        var figures = FigureCsv.Figures(book.Facility, kind, totals.Figures);
        var (texts, chain) = FacilityStatement.Evidence(book, period, figures, files[StatementNames.Verdicts]);
        foreach (var name in StatementNames.OfFacility.Except([StatementNames.Verdicts, StatementNames.Chain], StringComparer.Ordinal))
        {
            if (texts[name] != files[name])
                findings.Add(new(name, "does not follow from the readings, the boundary and the corrections of the bundle"));
        }

        if (findings.Count == 0 && (FigureCsv.Chain(chain) != files[StatementNames.Chain] || chain.Head.Hex != manifest.ChainHead))
            findings.Add(new(StatementNames.Chain, "is not the chain over the bundle's content"));
        return findings.DrainToImmutable();
    }
}
