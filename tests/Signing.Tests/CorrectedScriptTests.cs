using System.Globalization;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using DcOps.Testing;

namespace DcOps.Signing.Tests;

/// <summary>A day with accepted corrections of every kind, from raw readings to the filed figure by the bundle's own script.</summary>
public sealed class CorrectedScriptTests : IDisposable
{
    static readonly FacilityId Facility = FacilityId.Parse("NJ-01");
    static readonly BusinessPeriod Day = BusinessCalendar.Shanghai.Day(new(2026, 3, 2));
    static readonly DateTimeOffset Wrong = Day.From.AddHours(3);

    readonly ScratchFolder _folder = new();

    public static TheoryData<CorrectionKind> Kinds => [.. Enum.GetValues<CorrectionKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task The_script_lays_a_correction_over_the_readings_as_the_product_does(CorrectionKind kind) => AgreesAsync(kind, "OLD");

    [Fact]
    public Task A_swap_is_one_also_where_nobody_ever_said_which_meter_it_was() => AgreesAsync(CorrectionKind.DeclareSwap, serial: null);

    async Task AgreesAsync(CorrectionKind kind, string? serial)
    {
        var book = Book(serial);
        var plain = Book(serial);
        Close(plain);
        book.Take(Accepted(kind));
        var figure = Close(book);
        foreach (var file in Filed(book))
            await File.WriteAllTextAsync(_folder.Of(file.Name), file.Text, TestContext.Current.CancellationToken);

        var cells = await BundleScript.RunAsync(_folder.Path);

        Assert.NotEqual(Intervals(plain), Intervals(book));
        Assert.Equal(
            [figure.FacilityEnergy.WattHours, figure.ItEnergy.WattHours],
            cells[1..3].Select(cell => long.Parse(cell, CultureInfo.InvariantCulture)));
        Assert.Equal(figure.Value!.Value.Value.ToString("0.000000", CultureInfo.InvariantCulture), cells[^1]);
    }

    public void Dispose() => _folder.Dispose();

    static ImmutableArray<StatementFile> Filed(FacilityBook book) =>
        FacilityStatement.Of(book, PeriodKind.Day, Day, [], Day.To.AddDays(4)).Files;

    static string Intervals(FacilityBook book) => Filed(book).Single(file => file.Name == StatementNames.Intervals).Text;

    static PueFigure Close(FacilityBook book)
    {
        book.Close(PeriodKind.Day, Day, Day.To.AddDays(3));
        return book[PeriodKind.Day, Day]!.Current.Totals[PueCategory.Category1]!;
    }

    /// <summary>130 kW and 100 kW; the entrance's register is 200 Wh too high at one instant and falls back to nothing at noon.</summary>
    static FacilityBook Book(string? serial)
    {
        var registry = new MeterRegistry([Meter("main", MeterRole.UtilityEntrance, null), Meter("ups", MeterRole.UpsOutput, "main")]);
        var book = new FacilityBook(Facility, registry, BusinessCalendar.Shanghai, ClosePolicy.Default);
        for (var at = Day.From.AddDays(-1); at <= Day.To.AddHours(1); at += TimeSpan.FromMinutes(5))
        {
            var hours = (at - Day.From.AddDays(-1)).TotalHours;
            var shown = at < Day.From.AddHours(12) ? 130_000 * hours : 130_000 * (hours - 36) + 1_000;
            book.Take("main", new RegisterReading(at, at == Wrong ? shown + 200 : shown, serial));
            book.Take("ups", new RegisterReading(at, 100_000 * hours));
        }

        return book;
    }

    static Correction Accepted(CorrectionKind kind)
    {
        var claim = kind switch
        {
            CorrectionKind.ExcludeReading => new CorrectionClaim(Facility, "main", kind, Wrong),
            CorrectionKind.ReplacePosition => new(Facility, "main", kind, Wrong, Position: 130_000 * 27 + 700),
            CorrectionKind.DeclareReset => new(Facility, "main", kind, Day.From.AddHours(12).AddMinutes(-1)),
            CorrectionKind.DeclareSwap => new(Facility, "main", kind, Day.From.AddHours(9), Serial: "NEW"),
            _ => new(Facility, "main", kind, Day.From.AddHours(11), Day.From.AddHours(13), Energy: new Energy(300_001)),
        };
        var proposed = (CorrectionAnswer.Done)Correction.Propose(
            "c1", claim, [new("protocol.pdf", Digest.Of("seen"))], new("operator", ActorRole.Operator), "seen on site", Day.To);
        return ((CorrectionAnswer.Done)proposed.Correction.Accept(new("regulator", ActorRole.Regulator), "", Day.To)).Correction;
    }

    static RegisteredMeter Meter(string name, MeterRole role, string? parent) => new(
        Facility, name, role, MeterCarrier.Electricity, parent, null, null, 200_000, 1, null, 0.5, null, null, null, false,
        new(2026, 1, 1), null);
}
