using DcOps.Domain.Configuration;

namespace DcOps.Collectors.Pipeline.Configuration;

/// <summary>The silo that a collector at a site of its own delivers to.</summary>
public sealed class IngestSection
{
    /// <summary>As in <c>https://dcops.example.org:8443</c>; the path is the protocol's.</summary>
    public required string Address { get; init; }

    /// <summary>Other silos of the same province, of the same form: asked in turn when the one before does not answer.</summary>
    public ImmutableArray<string> Others { get; init; } = [];

    /// <summary>Token that lets this site deliver; absent when the silo asks for none.</summary>
    public Secret? Token { get; init; }
}
