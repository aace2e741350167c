namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>What came of asking the province for a configuration.</summary>
public abstract record ConfigurationAnswer
{
    ConfigurationAnswer()
    {
    }

    /// <summary>The known one is still the newest.</summary>
    public sealed record Unchanged : ConfigurationAnswer;

    /// <param name="Version">Digest of <paramref name="Body"/>.</param>
    public sealed record Offered(string Version, byte[] Body) : ConfigurationAnswer;

    /// <param name="Reason">Why there is none, without a full stop.</param>
    public sealed record Nothing(string Reason) : ConfigurationAnswer;
}
