using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Contracts.Collectors;
using DcOps.Domain.Configuration;

namespace DcOps.Collectors.Host.Sites;

/// <summary>Reads a configuration as its collector will, but for what only the site has: secrets and certificates.</summary>
public sealed class SiteConfigurationCheck : ISiteConfigurationCheck
{
    readonly SiteComposition _composition = new("", ProfileLibrary.StandardFolder, []);

    public ImmutableArray<string> Faults(string file, SiteConfiguration configuration)
    {
        try
        {
            _composition.Compose(file, configuration with { Text = SecretsOfTheSite.Blank(configuration.Text) });
            return [];
        }
        catch (ConfigurationException wrong)
        {
            return [.. wrong.Faults.Where(fault => !IsOfTheSite(fault)).Select(fault => $"{fault}")];
        }
    }

    static bool IsOfTheSite(ConfigurationFault fault) =>
        fault.Key.Contains(".tls.", StringComparison.Ordinal) && fault.Reason.StartsWith("cannot be read: ", StringComparison.Ordinal);
}
