using System.Text.Json.Nodes;
using DcOps.Collectors.Mqtt;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp;
using DcOps.Contracts.Collectors;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Host.Sites;

/// <summary>Makes of the province's configuration the collectors that it asks for; nothing of them runs yet.</summary>
/// <param name="dataFolder">Folder in which the process keeps everything.</param>
/// <param name="profileFolder">Device profiles that every configuration may name.</param>
/// <param name="facilities">Which it may speak of; empty: any.</param>
sealed class SiteComposition(string dataFolder, string profileFolder, ImmutableArray<FacilityId> facilities)
{
    /// <param name="file">How faults name the configuration.</param>
    /// <exception cref="ConfigurationException">It is not to be run; every fault at once.</exception>
    public IServiceCollection Compose(string file, SiteConfiguration configuration)
    {
        var document = ConfigurationDocument.Parse(file, configuration.Text);
        var inventory = InventoryLoader.Load(document);
        var services = new ServiceCollection();
        foreach (var facility in inventory?.Facilities ?? [])
        {
            if (!facilities.IsEmpty && !facilities.Contains(facility.Id))
                document.Refuse(FacilitySection.Section, $"name {facility.Id}, which this collector is not to read: its collector.fromProvince.facilities are {string.Join(", ", facilities)}.");
        }

        if (Profiles(document, configuration) is { } profiles)
            services.AddSnmpCollector(document, inventory, profiles, dataFolder);
        else
            document.Section<JsonNode>("snmp");
        services.AddMqttCollector(document, inventory);
        document.ThrowIfFaulty();
        return services;
    }

    ProfileLibrary? Profiles(ConfigurationDocument document, SiteConfiguration configuration)
    {
        try
        {
            return ProfileLibrary.Load(profileFolder, [.. configuration.Profiles.Select(profile => (profile.File, profile.Text))]);
        }
        catch (ConfigurationException wrong)
        {
            foreach (var fault in wrong.Faults)
                document.Refuse("snmp", $"needs a device profile that is wrong: {fault}");
            return null;
        }
    }
}
