using DcOps.Dashboard.Pages.Corrections;
using DcOps.Domain.Statements;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Tests.Corrections;

public sealed class ProposalFormTests
{
    [Fact]
    public void Times_are_read_as_beijing_time_and_energy_as_kilowatt_hours()
    {
        var (claim, fault) = Form("substitute-energy", to: "2026-09-20T12:00", energy: "100.5").ToClaim();

        Assert.Null(fault);
        Assert.Equal(new DateTimeOffset(2026, 9, 19, 16, 0, 0, TimeSpan.Zero), claim!.At);
        Assert.Equal(new DateTimeOffset(2026, 9, 20, 4, 0, 0, TimeSpan.Zero), claim.To);
        Assert.Equal(new Energy(100_500), claim.Energy);
    }

    [Fact]
    public void What_the_kind_does_not_need_is_left_out()
    {
        var (claim, _) = Form("exclude-reading", to: "2026-09-20T12:00", energy: "100.5", position: "17").ToClaim();

        Assert.Equal((CorrectionKind.ExcludeReading, null, null, null), (claim!.Kind, claim.To, claim.Energy, claim.Position));
    }

    [Theory]
    [InlineData("substitute-energy", null, "1", "Proposal.NoEnd")]
    [InlineData("substitute-energy", "2026-09-20T12:00", "much", "Proposal.NoEnergy")]
    [InlineData("substitute-energy", "2026-09-20T12:00", "1e20", "Proposal.NoEnergy")]
    [InlineData("replace-position", null, null, "Proposal.NoPosition")]
    [InlineData("burn", null, null, "Proposal.NoKind")]
    public void What_cannot_be_read_is_named(string kind, string? to, string? energy, string key) =>
        Assert.Equal((null, key), Form(kind, to, energy).ToClaim());

    static ProposalForm Form(string kind, string? to = null, string? energy = null, string? position = null) => new()
    {
        Facility = " NJ-01 ",
        Meter = "main",
        Kind = kind,
        At = "2026-09-20T00:00",
        To = to,
        EnergyKilowattHours = energy,
        Position = position,
    };
}
