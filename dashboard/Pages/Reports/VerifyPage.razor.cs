using System.Globalization;
using DcOps.Dashboard.Localization;
using DcOps.Signing;
using DcOps.Signing.Bundles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DcOps.Dashboard.Pages.Reports;

/// <summary>
/// Verifies an uploaded bundle out of itself: nothing of this installation's data is asked, and nothing in the bundle is executed.
/// </summary>
public sealed partial class VerifyPage(BundleUpload uploads, IServiceProvider services) : ComponentBase
{
    [CascadingParameter]
    public HttpContext? Context { get; set; }

    [SupplyParameterFromQuery]
    public string? Fault { get; set; }

    string? Refusal { get; set; }

    BundleReport? Report { get; set; }

    string FileName { get; set; } = "";

    /// <summary>Fingerprint of the key that this installation signs with; null when it has none.</summary>
    string? OwnFingerprint => services.GetService<StatementSigner>()?.Key.Signer.Fingerprint;

    protected override void OnInitialized()
    {
        if (Fault == BundleUpload.TooLarge)
            Refusal = Words["Verify.TooLarge", BundleUpload.MostMegabytes];
    }

    async Task VerifyAsync()
    {
        if (Context?.Request.Form.Files["bundle"] is not { Length: > 0 } file)
        {
            Refusal = Words["Verify.NoFile"];
            return;
        }

        FileName = Path.GetFileName(file.FileName);
        switch (await uploads.CheckAsync(file, services.GetService<TrustedAuthorities>(), Context.RequestAborted))
        {
            case BundleAnswer.Checked done:
                Report = done.Report;
                break;
            case BundleAnswer.NoBundle fault:
                Refusal = Words["Verify.NoBundle", FileName, Words.Reason(fault.Reason)];
                break;
            case BundleAnswer.Busy:
                Refusal = Words["Verify.Busy"];
                Context.Response.Headers.RetryAfter = BundleUpload.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
                break;
        }
    }
}
