using DcOps.Dashboard.Localization;
using DcOps.Domain.Ledger;
using DcOps.Domain.Statements;
using DcOps.Domain.Telemetry;
using DcOps.Signing;
using DcOps.Signing.Bundles;
using Microsoft.AspNetCore.Components;

namespace DcOps.Dashboard.Pages.Reports;

/// <summary>The answer to one uploaded bundle.</summary>
public sealed partial class BundleFindings : ComponentBase
{
    [Parameter, EditorRequired]
    public required BundleReport Report { get; set; }

    [Parameter, EditorRequired]
    public required string FileName { get; set; }

    /// <summary>Fingerprint of this installation's own signing certificate; null when it has none.</summary>
    [Parameter]
    public string? Own { get; set; }

    ImmutableArray<StatementFinding> OfContent => [.. Report.Findings.Except(Report.Signature.Findings)];

    bool AreFilesWhole => Report.Manifest is not null && !OfContent.Any(IsOfDigest);

    /// <summary>Null when the files are not whole: a figure made again from them would say nothing.</summary>
    bool? IsMadeAgain => AreFilesWhole ? OfContent.IsEmpty : null;

    // Digests are compared first, and figures only over files that all agree.
    static bool IsOfDigest(StatementFinding finding) =>
        finding.Reason.Contains("manifest", StringComparison.Ordinal) || finding.Reason.Contains("missing", StringComparison.Ordinal)
        || finding.Reason.Contains("changed", StringComparison.Ordinal);

    static string Mark(bool? good) => good switch { true => "mark done", false => "mark wrong", null => "mark unasked" };

    string PeriodOf(StatementManifest manifest) => KebabCase.TryParse<PeriodKind>(manifest.Period, out var kind)
        ? Words.Period(kind, new(manifest.From, manifest.To))
        : manifest.Period;

    string TrustOf(SignerIdentity signer) => Report.Signature.IsTrusted switch
    {
        true => Words["Verify.Trusted"],
        false => Words["Verify.NotTrusted"],
        null when signer.Fingerprint == Own => Words["Verify.OwnKey"],
        null => Words["Verify.TrustUnasked"],
    };
}
