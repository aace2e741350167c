using System.Text.Json.Nodes;
using DcOps.Contracts.Collectors;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;

namespace DcOps.Silo.Host.Ingest.Remote.Sites;

/// <summary>The file, and the folder of profiles, that a remote collector's configuration is made of.</summary>
/// <param name="Profiles">Null when it gets none besides the ones it has.</param>
/// <param name="Facilities">Which it may speak for.</param>
/// <param name="Inventory">The province's own, cut to these; for a file that has none.</param>
/// <param name="Check">Null when this host cannot tell whether the collector would take it.</param>
sealed record SiteFile(
    string Collector,
    string File,
    string? Profiles,
    IReadOnlySet<FacilityId> Facilities,
    JsonObject Inventory,
    ISiteConfigurationCheck? Check)
{
    public static SiteFile Of(
        IngestSection.EnrolledCollector collector, Enrolment enrolment, ConfigurationDocument province, ISiteConfigurationCheck? check) => new(
            collector.Name, collector.Configuration!, collector.Profiles, enrolment.Facilities, SiteInventory.Cut(province, enrolment.Facilities), check);

    /// <summary>What the files say now.</summary>
    /// <param name="faults">Why it cannot be offered; empty when it can.</param>
    /// <returns>Null when they cannot be read at all.</returns>
    public SiteConfiguration? Read(out ImmutableArray<string> faults)
    {
        try
        {
            var configuration = Compose(System.IO.File.ReadAllText(File));
            faults = Check?.Faults(File, configuration) ?? [];
            return configuration;
        }
        catch (ConfigurationException wrong)
        {
            faults = [.. wrong.Faults.Select(fault => $"{fault}")];
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            faults = [$"{File}: cannot be read: {unread.Message}"];
        }

        return null;
    }

    SiteConfiguration Compose(string text)
    {
        var document = ConfigurationDocument.Parse(File, text);
        if (!document.Has(FacilitySection.Section))
            text = SiteInventory.Insert(text, Inventory);
        else
            SiteInventory.RefuseOthers(document, Facilities);
        document.Section<JsonNode>("snmp");
        document.Section<JsonNode>("mqtt");
        document.Section<JsonNode>(ProvinceSection.Section);
        document.Section<JsonNode>(CitySection.Section);
        document.Section<JsonNode>(FacilitySection.Section);
        document.ThrowIfFaulty();
        return new(Collector, text, ProfileTexts());
    }

    ImmutableArray<ProfileText> ProfileTexts() => Profiles is null
        ? []
        : [.. Directory.EnumerateFiles(Profiles, "*.json").Order(StringComparer.Ordinal)
            .Select(file => new ProfileText(Path.GetFileName(file), System.IO.File.ReadAllText(file)))];
}
