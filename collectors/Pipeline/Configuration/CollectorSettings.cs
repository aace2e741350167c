using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Pipeline.Configuration;

/// <summary>What the section <c>collector</c> comes to, checked.</summary>
/// <param name="Silo">Null when the silo is in the same process.</param>
/// <param name="Token">Null when none is sent.</param>
public sealed record CollectorSettings(
    OutboxOptions Outbox, DeliveryOptions Delivery, ProfileLibrary Profiles, Uri? Silo, string? Token)
{
    /// <summary>Folder that <see cref="Profiles"/> was read from.</summary>
    public string ProfileFolder { get; private init; } = ProfileLibrary.StandardFolder;

    /// <summary>Null when the process's own file says what is read.</summary>
    public FromProvinceSection? FromProvince { get; private init; }

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
        var folder = section.Profiles ?? ProfileLibrary.StandardFolder;
        var settings = new CollectorSettings(outbox, section.Delivery, ProfileLibrary.Load(folder), null, null)
        {
            ProfileFolder = folder,
            FromProvince = section.FromProvince,
        };
        if (section.Ingest is not { } ingest)
        {
            if (section.FromProvince is not null)
                document.Refuse($"{CollectorSection.Section}.fromProvince", "needs collector.ingest: the province is asked at that address.");
            return settings;
        }

        var token = ingest.Token?.RevealOrRefuse(document, $"{CollectorSection.Section}.ingest.token");
        if (!Uri.TryCreate(ingest.Address, UriKind.Absolute, out var silo) || silo.Scheme is not ("http" or "https"))
        {
            document.Refuse($"{CollectorSection.Section}.ingest.address", $"'{ingest.Address}' is no address of the form https://host:port.");
            return null;
        }

        CheckFromProvince(document, section, silo);
        return settings with { Silo = silo, Token = token };
    }

    static void CheckFromProvince(ConfigurationDocument document, CollectorSection section, Uri silo)
    {
        if (section.FromProvince is not { } province)
            return;

        const string Key = $"{CollectorSection.Section}.fromProvince";
        if (silo.Scheme == "http" && !silo.IsLoopback)
            document.Refuse($"{CollectorSection.Section}.ingest.address", "is plain http; a configuration carries credentials: use https.");
        if (section.Ingest!.Token is null)
            document.Refuse(Key, "needs collector.ingest.token: the province tells nobody else what a site has.");
        foreach (var name in province.Facilities.Where(name => !FacilityId.TryParse(name, out _)))
            document.Refuse($"{Key}.facilities", $"'{name}' is not a facility id.");
    }
}
