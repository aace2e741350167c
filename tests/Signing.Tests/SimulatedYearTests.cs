using System.Globalization;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;
using DcOps.Signing.Bundles;
using DcOps.Signing.Keys;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Years;
using DcOps.Testing;

namespace DcOps.Signing.Tests;

/// <summary>A year of a simulated data centre, with faults of every kind at every meter, filed and proven by programs that are not ours.</summary>
public sealed class SimulatedYearTests : IDisposable
{
    static readonly FacilityPlan Plan = ProvinceGenerator.Generate(new(2, 20), seed: 1).Facilities[0];
    static readonly BusinessPeriod Year = BusinessCalendar.Shanghai.Year(2025);

    readonly ScratchFolder _folder = new();

    [Fact]
    public async Task Is_verified_by_openssl_made_again_by_the_script_and_rejected_after_one_byte_is_changed()
    {
        var book = Book(seed: 1);
        var filedAt = Year.To.AddDays(31);
        book.Close(PeriodKind.Year, Year, filedAt);
        var statement = FacilityStatement.Of(book, PeriodKind.Year, Year, [Verdict(book)], filedAt);
        var key = OwnKey.OpenOrCreate(_folder.Of("key"), SignatureSuite.EcdsaSha256, TimeProvider.System.GetUtcNow());
        await File.WriteAllTextAsync(_folder.Of("ca.pem"), key.CertificatePem, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(
            _folder.Of("statement.zip"), StatementBundle.Seal(statement.Files, new StatementSigner(key, TimeProvider.System)).ToZip(),
            TestContext.Current.CancellationToken);

        await using var file = File.OpenRead(_folder.Of("statement.zip"));
        var bundle = StatementBundle.Read(file);
        foreach (var entry in bundle.Entries)
            await File.WriteAllBytesAsync(_folder.Of(entry.Name), entry.Bytes, TestContext.Current.CancellationToken);

        var (code, printed) = await OpenSsl.VerifyAsync(_folder.Path);
        Assert.True(code == 0, printed);
        Assert.Empty(BundleCheck.Of(bundle, TrustedAuthorities.Load(_folder.Of("ca.pem"))).Findings);
        Assert.Equal(Filed(book), await RecomputedAsync());

        var manifest = await File.ReadAllBytesAsync(_folder.Of("manifest.json"), TestContext.Current.CancellationToken);
        manifest[manifest.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(_folder.Of("manifest.json"), manifest, TestContext.Current.CancellationToken);
        Assert.NotEqual(0, (await OpenSsl.VerifyAsync(_folder.Path)).Code);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"filed: PUE {Figure(book):0.000000}; {bundle.Entries.Single(entry => entry.Name == StatementNames.Readings).Bytes.Length} bytes of readings, {new FileInfo(_folder.Of("statement.zip")).Length} bytes of ZIP"));
    }

    public void Dispose() => _folder.Dispose();

    static FacilityBook Book(ulong seed)
    {
        var calendar = BusinessCalendar.Shanghai;
        // The weeks before are what the gaps of the year's beginning are filled from.
        var year = new FacilityYear(Plan, calendar.LocalDate(FacilityBook.WithBackground(Year).From), calendar.LocalDate(Year.To).AddDays(1), seed);
        year.Play();
        var book = new FacilityBook(Plan.Id, new(year.Meters.Select(meter => meter.Entry)), calendar, ClosePolicy.Default);
        foreach (var meter in year.Meters)
        {
            foreach (var reading in meter.Arrived)
                book.Take(meter.Entry.Meter, reading);
        }

        return book;
    }

    static RuleVerdict Verdict(FacilityBook book)
    {
        var pack = RuleBook.Shipped["gb-40879"];
        var profile = new FacilityProfile("CN-JS", [], 500, ProjectKind.New, null, CoolingKind.Air, true, false, null, null);
        return RuleJudge.Judge(pack, pack.Rules[0], profile, RuleMeasurement.Unknown($"{book.Facility} is simulated"));
    }

    static double Figure(FacilityBook book) => book[PeriodKind.Year, Year]!.Current.Totals[PueCategory.Category1]!.Value!.Value.Value;

    static (long Facility, long It, string Pue) Filed(FacilityBook book)
    {
        var figure = book[PeriodKind.Year, Year]!.Current.Totals[PueCategory.Category1]!;
        return (figure.FacilityEnergy.WattHours, figure.ItEnergy.WattHours, Figure(book).ToString("0.000000", CultureInfo.InvariantCulture));
    }

    /// <summary>Category 1 as the bundle's own script prints it; the script finds no interval that registers prove otherwise.</summary>
    async Task<(long Facility, long It, string Pue)> RecomputedAsync()
    {
        var cells = await BundleScript.RunAsync(_folder.Path);
        TestContext.Current.TestOutputHelper?.WriteLine($"recomputed: {string.Join(',', cells)}");
        return (long.Parse(cells[1], CultureInfo.InvariantCulture), long.Parse(cells[2], CultureInfo.InvariantCulture), cells[^1]);
    }
}
