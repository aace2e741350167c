using System.Globalization;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Rules;
using DcOps.Domain.Statements;
using DcOps.Domain.Tests.Metering;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using DcOps.Testing;

namespace DcOps.Domain.Tests.Statements;

public sealed class StatementTests
{
    static readonly BusinessPeriod Day = BusinessCalendar.Shanghai.Day(new(2026, 3, 2));
    static readonly DateTimeOffset FiledAt = Day.To.AddDays(4);

    [Fact]
    public void A_bundle_is_whole_and_its_figure_follows_from_its_readings()
    {
        var statement = Statement(Book());

        Assert.Empty(StatementCheck.Of(Files(statement)));
        Assert.Null(statement.Chain.FirstBroken());
        Assert.Contains("NJ-01,day,2026-03-01T16:00:00.0000000Z,2026-03-02T16:00:00.0000000Z,1,1,", Files(statement)["figures.csv"], StringComparison.Ordinal);
        Assert.Equal(["gb-40879 2021.1"], statement.Manifest.Rules);
        Assert.Equal("manifest.json", statement.Files[0].Name);
    }

    [Fact]
    public void The_same_period_gives_the_same_bytes_whenever_it_is_filed_again()
    {
        Assert.Equal(Statement(Book()).Files, Statement(Book(shuffle: 7)).Files);
    }

    [Fact]
    public void One_changed_character_of_any_file_is_found_and_named()
    {
        var whole = Files(Statement(Book()));
        foreach (var name in whole.Keys.Where(name => name != StatementNames.Manifest))
        {
            var changed = new Dictionary<string, string>(whole, StringComparer.Ordinal);
            var text = changed[name];
            changed[name] = text[..(text.Length / 2)] + (char)(text[text.Length / 2] ^ 1) + text[((text.Length / 2) + 1)..];

            Assert.Equal([$"{name}: was changed: its SHA-256 is not the manifest's"], StatementCheck.Of(changed).Select(finding => finding.ToString()));
        }
    }

    [Fact]
    public void A_file_left_out_or_put_in_is_named()
    {
        var whole = Files(Statement(Book()));
        whole.Remove(StatementNames.Corrections);
        whole["extra.csv"] = "";

        Assert.Equal(
            ["corrections.csv: is named by the manifest and missing", "extra.csv: is not named by the manifest"],
            StatementCheck.Of(whole).Select(finding => finding.ToString()));
        Assert.Equal("manifest.json: is missing", Assert.Single(StatementCheck.Of(new Dictionary<string, string>(StringComparer.Ordinal))).ToString());
    }

    [Theory]
    [InlineData("figures.csv", "e_dc_wh", "figures.csv")]
    [InlineData("readings.csv", "position", "intervals.csv")]
    public void A_forger_who_fits_the_manifest_to_a_changed_file_is_found_by_the_recomputation(string file, string column, string found)
    {
        var files = Files(Statement(Book()));
        var lines = files[file].Split('\n');
        var index = Array.IndexOf(lines[0].Split(','), column);
        var line = lines.Length / 2;
        var cells = lines[line].Split(',');
        cells[index] = (double.Parse(cells[index], CultureInfo.InvariantCulture) - 2_000).ToString(CultureInfo.InvariantCulture);
        lines[line] = string.Join(',', cells);
        Fit(files, file, string.Join('\n', lines));

        Assert.Contains(found, StatementCheck.Of(files).Select(finding => finding.File));
    }

    [Fact]
    public void A_correction_restates_with_its_own_reason_and_stands_in_the_chain()
    {
        var book = Book();
        var before = Statement(book);
        var correction = Accepted(new(MeterOf.Facility, "ups", CorrectionKind.ReplacePosition, Day.To, Position: 2_520_000));

        book.Take(correction);
        book.Close(PeriodKind.Day, Day, FiledAt, $"correction {correction.Id}");
        var after = Statement(book);

        Assert.Equal((1, 2), (before.Manifest.Revision, after.Manifest.Revision));
        Assert.Equal("correction C-1", book[PeriodKind.Day, Day]!.Current.Reason);
        Assert.Contains(after.Chain.Links, link => link is { Kind: ChainSubject.Correction, Subject: "C-1" });
        Assert.Contains("C-1,ups,replace-position,2026-03-02T16:00:00.0000000Z", Files(after)["corrections.csv"], StringComparison.Ordinal);
        Assert.Equal(Files(before)["readings.csv"], Files(after)["readings.csv"]);
        Assert.NotEqual(before.Manifest.ChainHead, after.Manifest.ChainHead);
        Assert.Empty(StatementCheck.Of(Files(before)));
        Assert.Empty(StatementCheck.Of(Files(after)));
    }

    [Fact]
    public void Corrections_of_every_kind_change_intervals_and_never_readings()
    {
        var book = Book();
        var raw = book.RawReadings("ups", Day).ToArray();
        var total = book.SeriesOf(Day)["ups"];
        book.Take(Accepted(new(MeterOf.Facility, "ups", CorrectionKind.SubstituteEnergy, Day.From, Day.From.AddHours(1), Energy: new(100))));

        var series = book.SeriesOf(Day)["ups"];

        var first = series.IndexOf(Day.From);
        Assert.Equal(100, Enumerable.Range(first, 4).Sum(index => series.WattHours[index]));
        Assert.Equal(IntervalQuality.Estimated, series.Qualities[first]);
        Assert.Equal(total.WattHours[first + 4], series.WattHours[first + 4]);
        Assert.Equal(raw, book.RawReadings("ups", Day));
    }

    [Fact]
    public void A_declared_swap_opens_a_new_register_where_the_meter_said_nothing()
    {
        var readings = new RegisterReading[]
        {
            new(Day.From, 88_120_000, MeanWatts: 10_000), new(Day.From.AddMinutes(15), 5_000, MeanWatts: 10_000),
        };
        var swap = Accepted(new(MeterOf.Facility, "ups", CorrectionKind.DeclareSwap, Day.From.AddMinutes(15), Serial: "B"));
        var reset = Accepted(new(MeterOf.Facility, "ups", CorrectionKind.DeclareReset, Day.From.AddMinutes(5)));

        Assert.Equal(["unnamed", "B"], CorrectedMeter.Readings(readings, [swap], _ => null).Select(reading => reading.Serial));
        Assert.Equal([null, "B"], CorrectedMeter.Readings(readings, [swap], _ => "A").Select(reading => reading.Serial));
        Assert.Equal([DateTimeOffset.MinValue, Day.From.AddMinutes(5)], CorrectedMeter.Readings(readings, [reset], _ => null).Select(reading => reading.ResetMarker!.Value));
        Assert.Equal(readings, CorrectedMeter.Readings(readings, [swap with { History = [swap.History[0]] }], _ => null));
    }

    [Fact]
    public void A_declared_swap_leaves_alone_what_the_meter_told_before_and_a_change_that_it_tells_after()
    {
        var readings = new RegisterReading[]
        {
            new(Day.From, 1, "A"), new(Day.From.AddMinutes(15), 2), new(Day.From.AddMinutes(30), 3, "A"), new(Day.From.AddMinutes(45), 4, "C"),
        };
        var swap = Accepted(new(MeterOf.Facility, "ups", CorrectionKind.DeclareSwap, Day.From.AddMinutes(30), Serial: "B"));

        Assert.Equal(["A", null, "B", "C"], CorrectedMeter.Readings(readings, [swap], _ => null).Select(reading => reading.Serial));
    }

    [Fact]
    public void A_chain_breaks_at_the_link_that_was_changed()
    {
        var chain = EvidenceChain.Empty.Add(ChainSubject.Readings, "a", "1").Add(ChainSubject.Readings, "b", "2").Add(ChainSubject.Figures, "f", "3");

        Assert.Null(chain.FirstBroken());
        Assert.Equal(2, new EvidenceChain(chain.Links.SetItem(1, chain.Links[1] with { Content = Digest.Of("x") })).FirstBroken());
        Assert.Equal(2, new EvidenceChain(chain.Links.RemoveAt(1)).FirstBroken());
        var forged = ChainLink.After(chain.Links[0], ChainSubject.Readings, "b", Digest.Of("x"));
        Assert.Equal(3, new EvidenceChain(chain.Links.SetItem(1, forged)).FirstBroken());
    }

    [Fact]
    public void The_provinces_statement_names_every_facilitys_bundle_and_who_missed()
    {
        var book = Book();
        var bundle = Statement(book);
        var other = FacilityId.Parse("NJ-02");

        var province = ProvinceStatement.Of(
            ProvinceId.Parse("JS"), PeriodKind.Day, Day, PueCategory.Category1, 1, FiledAt, [other, MeterOf.Facility],
            new Dictionary<FacilityId, (FacilityStatement, PeriodTotals)>
            {
                [MeterOf.Facility] = (bundle, book[PeriodKind.Day, Day]!.Current.Totals),
            });

        Assert.Equal((2, 1), (province.Coverage.Facilities, province.Coverage.Known));
        Assert.Equal(book[PeriodKind.Day, Day]!.Current.Totals[PueCategory.Category1]!.Value!.Value.Value, province.Pue!.Value.Value, 12);
        var lines = province.Files.Single(file => file.Name == StatementNames.Facilities).Text.Split('\n');
        Assert.Contains(bundle.Files[0].Digest.Hex, lines[1], StringComparison.Ordinal);
        Assert.Equal("NJ-02,,,1,,,,,,", lines[2]);
        Assert.Equal(province.Files[1].Digest.Hex, province.Manifest.Files[0].Sha256);
        var files = province.Files.ToDictionary(file => file.Name, file => file.Text, StringComparer.Ordinal);
        Assert.Empty(StatementCheck.Of(files));
        Fit(files, StatementNames.Figures, files[StatementNames.Figures].Replace(",1,2\n", ",2,2\n", StringComparison.Ordinal));
        Assert.Equal(
            "figures.csv: is not the sum of the facilities that the bundle lists", Assert.Single(StatementCheck.Of(files)).ToString());
    }

    /// <summary>What a forger does who knows the manifest.</summary>
    static void Fit(Dictionary<string, string> files, string file, string text)
    {
        files[file] = text;
        var manifest = StatementManifest.Parse(files[StatementNames.Manifest]);
        manifest = manifest with
        {
            Files = [.. manifest.Files.Select(entry => entry.Name == file ? entry with { Sha256 = Digest.Of(text).Hex } : entry)],
        };
        files[StatementNames.Manifest] = manifest.ToFile().Text;
    }

    [Fact]
    public async Task A_script_that_shares_no_code_makes_the_same_figure_from_the_raw_readings()
    {
        var python = ExternalProgram.Find("python3", "python3");
        var (book, statement) = (Book(), Statement(Book()));
        using var folder = new ScratchFolder();
        foreach (var file in statement.Files)
            await File.WriteAllTextAsync(Path.Combine(folder.Path, file.Name), file.Text, TestContext.Current.CancellationToken);

        await using var script = ExternalProgram.Start(
            python, [Path.Combine(folder.Path, StatementNames.Script), folder.Path]);
        var printed = await script.UntilEndedAsync(TestContext.Current.CancellationToken);

        var figure = book[PeriodKind.Day, Day]!.Current.Totals[PueCategory.Category1]!;
        Assert.Equal(
            string.Create(CultureInfo.InvariantCulture, $"1,{figure.FacilityEnergy.WattHours},{figure.ItEnergy.WattHours},0,0,{figure.Value!.Value.Value:0.000000}"),
            printed.Trim());
    }

    [Fact]
    public void An_open_period_cannot_be_filed()
    {
        var open = BusinessCalendar.Shanghai.Day(new(2026, 3, 3));

        Assert.Throws<InvalidOperationException>(() => FacilityStatement.Of(Book(), PeriodKind.Day, open, [], FiledAt));
    }

    static Dictionary<string, string> Files(FacilityStatement statement) =>
        statement.Files.ToDictionary(file => file.Name, file => file.Text, StringComparer.Ordinal);

    static FacilityStatement Statement(FacilityBook book)
    {
        var gb40879 = RuleBook.Shipped["gb-40879"];
        var profile = new FacilityProfile("CN-JS", [], 500, ProjectKind.New, null, CoolingKind.Air, true, false, null, null);
        var verdict = RuleJudge.Judge(gb40879, gb40879.Rules[2], profile, RuleMeasurement.Unknown("a day is no year"));
        return FacilityStatement.Of(book, PeriodKind.Day, Day, [verdict], FiledAt);
    }

    static Correction Accepted(CorrectionClaim claim)
    {
        var proposed = (CorrectionAnswer.Done)Correction.Propose(
            "C-1", claim, [new("photo, of the \"meter\".jpg", Digest.Of("photo")), new("log.txt", Digest.Of("log"))],
            new("li.wei", ActorRole.Operator), "digit broken,\nsee photo", FiledAt);
        return ((CorrectionAnswer.Done)proposed.Correction.Accept(new("zhang.min", ActorRole.Regulator), "seen", FiledAt)).Correction;
    }

    /// <summary>A closed day with a lost stretch, a reset, samples.</summary>
    static FacilityBook Book(int? shuffle = null)
    {
        var book = new FacilityBook(
            MeterOf.Facility,
            new([
                MeterOf.Role(MeterRole.UtilityEntrance, "main", modulus: 1_000_000, calibrationDue: new(2027, 1, 1)),
                MeterOf.Role(MeterRole.UpsOutput, "ups", "main"), MeterOf.Role(MeterRole.Cooling, "cooling", "main"),
            ]),
            BusinessCalendar.Shanghai, ClosePolicy.Default);
        var arrivals = new List<Action>();
        for (var minute = -60; minute <= 25 * 60; minute += 15)
        {
            var (at, hours) = (Day.From.AddMinutes(minute), (minute + 60) / 60.0);
            arrivals.Add(() => book.Take("main", new RegisterReading(at, ((hours * 130_000.37) + 900_000) % 1_000_000)));
            if (minute is < 300 or > 420)
                arrivals.Add(() => book.Take("ups", new RegisterReading(at, hours * 100_000.11)));
            if (minute is < 600 or > 700)
                arrivals.Add(() => book.Take("cooling", new RegisterReading(at, minute > 600 ? (hours - 11) * 25_000 : hours * 25_000, minute > 600 ? "B" : "A")));
            arrivals.Add(() => book.Take("cooling", new PowerSample(at, Power.FromKilowatts(25))));
        }

        arrivals.Add(() => book.TakeOutdoor(new(2026, 3, 2), 12.5));
        foreach (var arrival in shuffle is { } seed ? Shuffled(arrivals, seed) : [.. arrivals])
            arrival();
        book.Close(PeriodKind.Day, Day, Day.To.AddDays(3));
        return book;
    }

    static Action[] Shuffled(List<Action> arrivals, int seed)
    {
        var shuffled = arrivals.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }
}
