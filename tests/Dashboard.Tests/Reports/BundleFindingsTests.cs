using Bunit;
using DcOps.Dashboard.Pages.Reports;
using DcOps.Domain.Statements;
using DcOps.Signing;
using DcOps.Signing.Bundles;

namespace DcOps.Dashboard.Tests.Reports;

public sealed class BundleFindingsTests
{
    static readonly SignerIdentity Signer = new("CN=someone", "CN=authority", "1", new string('a', 64), DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);

    [Fact]
    public void A_whole_bundle_passes_every_check()
    {
        var found = Render("en", []);

        Assert.Equal("whole", found.Find("[data-outcome]").GetAttribute("data-outcome"));
        Assert.Equal(3, found.FindAll(".mark.done").Count);
        Assert.Empty(found.FindAll("[data-finding]"));
    }

    [Fact]
    public void A_changed_file_is_named_and_its_figures_are_not_spoken_of()
    {
        var found = Render("zh-CN", [new(StatementNames.Intervals, "was changed: its SHA-256 is not the manifest's")]);

        Assert.Contains("已被改动", found.Find("[data-finding='intervals.csv']").TextContent, StringComparison.Ordinal);
        Assert.Single(found.FindAll(".mark.done"));
        Assert.Single(found.FindAll(".mark.wrong"));
        Assert.Single(found.FindAll(".mark.unasked"));
    }

    [Fact]
    public void A_figure_that_does_not_follow_is_a_fault_though_all_files_are_whole()
    {
        var found = Render("en", [new(StatementNames.Figures, "does not follow from the readings, the boundary and the corrections of the bundle")]);

        Assert.Equal(2, found.FindAll(".mark.done").Count);
        Assert.Contains("do not follow", found.Find(".checks li:nth-child(3)").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_who_signed_and_which_authority_stands_for_them()
    {
        var authority = Signer with { Subject = "CN=Provincial authority", Fingerprint = new('d', 64) };
        var found = Render("en", [], new([], Signer, DateTimeOffset.UnixEpoch, true) { IsGenuine = true, TrustedBy = authority });

        Assert.Contains("CN=someone", found.Find(".checks li:first-child").TextContent, StringComparison.Ordinal);
        Assert.Contains("CN=Provincial authority", found.Find("[data-trust='trusted']").TextContent, StringComparison.Ordinal);
        Assert.Contains(new string('d', 64), found.Markup, StringComparison.Ordinal);
        Assert.Equal(4, found.FindAll(".mark.done").Count);
    }

    [Fact]
    public void A_genuine_signature_of_a_signer_that_nobody_trusts_is_told_from_a_broken_one()
    {
        StatementFinding refusal = new(StatementNames.Manifest, "its signer's certificate does not lead to an authority that was given");

        var untrusted = Render("zh-CN", [refusal], new([refusal], Signer, DateTimeOffset.UnixEpoch, false) { IsGenuine = true });
        var broken = Render("zh-CN", [refusal], new([refusal], null, null, null));

        Assert.Equal("mark done", untrusted.Find(".checks li:first-child .mark").ClassName);
        Assert.Equal("mark wrong", untrusted.Find("[data-trust='refused'] .mark").ClassName);
        Assert.Equal("mark wrong", broken.Find(".checks li:first-child .mark").ClassName);
        Assert.Empty(broken.FindAll("[data-trust]"));
    }

    [Fact]
    public void A_name_with_markup_inside_a_bundle_is_text()
    {
        var found = Render("en", [new("<img src=x onerror=alert(1)>", "is not named by the manifest")]);

        Assert.Empty(found.FindAll("img"));
    }

    static IRenderedComponent<BundleFindings> Render(string language, ImmutableArray<StatementFinding> findings, SignatureReport? signature = null)
    {
        var context = new PageContext(language);
        var manifest = new StatementManifest(
            StatementManifest.CurrentFormat, "NJ-01", "month", new(2026, 8, 31, 16, 0, 0, TimeSpan.Zero), new(2026, 9, 30, 16, 0, 0, TimeSpan.Zero), 1,
            DateTimeOffset.UnixEpoch, new string('b', 64), ["gb-40879 2021.1"], [new(StatementNames.Figures, new string('c', 64))]);
        var report = new BundleReport(findings, manifest, signature ?? new([], Signer, DateTimeOffset.UnixEpoch, null) { IsGenuine = true });
        return context.Render<BundleFindings>(parameters => parameters.Add(each => each.Report, report).Add(each => each.FileName, "bundle.zip"));
    }
}
