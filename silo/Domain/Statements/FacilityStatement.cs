using DcOps.Domain.Configuration;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Rules;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Statements;

/// <summary>
/// A facility's closed period as it is filed: frozen figures, the raw readings and corrections that they follow from, and the
/// chain that ties them together. Whoever has the bundle can make the figure again.
/// </summary>
/// <param name="Files">The manifest first, then in the manifest's order: tables, script, printed pages.</param>
public sealed record FacilityStatement(StatementManifest Manifest, EvidenceChain Chain, ImmutableArray<StatementFile> Files)
{
    /// <exception cref="InvalidOperationException">The period is not closed.</exception>
    public static FacilityStatement Of(
        FacilityBook book, PeriodKind kind, BusinessPeriod period, ImmutableArray<RuleVerdict> verdicts, DateTimeOffset filedAt)
    {
        var closed = book[kind, period]
            ?? throw new InvalidOperationException($"The {kind} of {book.Facility} from {period.From:O} is not closed.");
        var figures = FigureCsv.Figures(book.Facility, kind, closed.Current.Totals.Figures);
        var (texts, chain) = Evidence(book, period, figures, FigureCsv.Verdicts(verdicts));
        texts[StatementNames.Chain] = FigureCsv.Chain(chain);
        ImmutableArray<StatementFile> files = [.. StatementNames.OfFacility.Select(name => new StatementFile(name, texts[name]))];
        var manifest = new StatementManifest(
            StatementManifest.CurrentFormat, book.Facility.Value, KebabCase.Of(kind), period.From, period.To,
            closed.Current.Number, filedAt, chain.Head.Hex,
            [.. verdicts.Select(verdict => $"{verdict.PackId} {verdict.PackVersion}").Distinct(StringComparer.Ordinal)],
            [.. files.Select(file => new ManifestEntry(file.Name, file.Digest.Hex))]);
        var whole = StatementAnnexes.With(manifest, files, [new(StatementNames.Script, ShippedText.Of(StatementNames.Script))]);
        return new(whole.Manifest, chain, whole.Files);
    }

    /// <summary>The tables behind a figure and the chain over them; the check makes them again from a bundle.</summary>
    internal static (Dictionary<string, string> Texts, EvidenceChain Chain) Evidence(
        FacilityBook book, BusinessPeriod period, string figures, string verdicts)
    {
        var (chain, series, wide) = (EvidenceChain.Empty, book.SeriesOf(period), FacilityBook.WithBackground(period));
        var meters = book.Registry.MetersOf(book.Facility).ToList();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [StatementNames.Meters] = MeterCsv.Write(
                new(book.Registry.Entries.Where(entry => entry.Facility == book.Facility))),
            [StatementNames.Figures] = figures,
            [StatementNames.Verdicts] = verdicts,
        };
        texts[StatementNames.Readings] = ReadingCsv.ReadingHeader + Each(
            meters, ChainSubject.Readings, meter => ReadingCsv.Lines(meter, book.RawReadings(meter, wide)), ref chain);
        texts[StatementNames.Samples] = ReadingCsv.SampleHeader + Each(
            meters.FindAll(meter => book.Samples(meter).Any()), ChainSubject.Samples,
            meter => ReadingCsv.Lines(meter, book.Samples(meter).Where(sample => sample.At >= wide.From && sample.At <= wide.To)), ref chain);
        texts[StatementNames.Weather] = ReadingCsv.Weather(book.Outdoor.Where(day =>
            book.Calendar.Day(day.Key) is var at && at.To > wide.From && at.From < wide.To));
        chain = chain.Add(ChainSubject.Weather, book.Facility.Value, texts[StatementNames.Weather]);
        chain = chain.Add(ChainSubject.Boundary, book.Facility.Value, texts[StatementNames.Meters]);
        var corrections = book.Corrections.ToDictionary(correction => correction.Id, CorrectionCsv.Line, StringComparer.Ordinal);
        texts[StatementNames.Corrections] = CorrectionCsv.Header + Each(
            [.. corrections.Keys.Order(StringComparer.Ordinal)], ChainSubject.Correction, id => corrections[id], ref chain);
        texts[StatementNames.Intervals] = FigureCsv.IntervalHeader + Each(
            meters, ChainSubject.Intervals, meter => FigureCsv.Intervals(meter, series[meter], period), ref chain);
        chain = chain.Add(ChainSubject.Figures, book.Facility.Value, figures).Add(ChainSubject.Verdicts, book.Facility.Value, verdicts);
        return (texts, chain);
    }

    static string Each(List<string> subjects, ChainSubject kind, Func<string, string> lines, ref EvidenceChain chain)
    {
        var all = new System.Text.StringBuilder();
        foreach (var subject in subjects)
        {
            var text = lines(subject);
            chain = chain.Add(kind, subject, text);
            all.Append(text);
        }

        return all.ToString();
    }
}
