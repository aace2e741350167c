using DcOps.Signing.Bundles;

namespace DcOps.Dashboard.Pages.Reports;

/// <summary>What became of an uploaded bundle.</summary>
public abstract record BundleAnswer
{
    BundleAnswer()
    {
    }

    public sealed record Checked(BundleReport Report) : BundleAnswer;

    /// <param name="Reason">Why the file is none.</param>
    public sealed record NoBundle(string Reason) : BundleAnswer;

    /// <summary>Others are being verified now.</summary>
    public sealed record Busy : BundleAnswer;
}
