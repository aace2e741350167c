namespace DcOps.Contracts.Collectors;

/// <summary>Whether a collector would take a configuration, as far as that can be said far from its site.</summary>
public interface ISiteConfigurationCheck
{
    /// <summary>Every fault as one line with file, line, key and reason; empty when there is none.</summary>
    /// <param name="file">How faults name the configuration file.</param>
    ImmutableArray<string> Faults(string file, SiteConfiguration configuration);
}
