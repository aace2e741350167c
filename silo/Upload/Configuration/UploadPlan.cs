using DcOps.Upload.Payloads;

namespace DcOps.Upload.Configuration;

/// <summary>A configuration that was found sound.</summary>
/// <param name="Seals">One per destination, in their order.</param>
public sealed record UploadPlan(UploadOptions Options, ImmutableArray<PayloadSeal> Seals);
