using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Domain.Configuration;

namespace DcOps.Collectors.Pipeline.Configuration;

/// <summary>What the section <c>collector</c> comes to, checked.</summary>
/// <param name="Silo">Null when the silo is in the same process.</param>
/// <param name="Token">Null when none is sent.</param>
public sealed record CollectorSettings(
    OutboxOptions Outbox, DeliveryOptions Delivery, ProfileLibrary Profiles, Uri? Silo, string? Token)
{
    /// <summary>Reads the section; null when it or a device profile is faulty, with every fault collected in the document or thrown.</summary>
    /// <param name="data">Folder in which the process keeps everything.</param>
    /// <param name="name">Name of the collector where the section gives none.</param>
    /// <exception cref="ConfigurationException">A device profile is wrong; every fault of every profile.</exception>
    public static CollectorSettings? Read(ConfigurationDocument document, string data, string name)
    {
        var present = document.Has(CollectorSection.Section);
        var section = document.Section<CollectorSection>(CollectorSection.Section);
        if (present && section is null)
            return null;

        section ??= new();
        var outbox = new OutboxOptions
        {
            Folder = section.Outbox.Folder ?? Path.Combine(data, "outbox"),
            Collector = section.Name ?? name,
            MostBytes = section.Outbox.MostBytes,
            MostAge = section.Outbox.MostAge,
        };
        var library = ProfileLibrary.Load(section.Profiles ?? ProfileLibrary.StandardFolder);
        if (section.Ingest is not { } ingest)
            return new(outbox, section.Delivery, library, null, null);

        var token = ingest.Token?.RevealOrRefuse(document, $"{CollectorSection.Section}.ingest.token");
        if (Uri.TryCreate(ingest.Address, UriKind.Absolute, out var silo) && silo.Scheme is "http" or "https")
            return new(outbox, section.Delivery, library, silo, token);

        document.Refuse($"{CollectorSection.Section}.ingest.address", $"'{ingest.Address}' is no address of the form https://host:port.");
        return null;
    }
}
