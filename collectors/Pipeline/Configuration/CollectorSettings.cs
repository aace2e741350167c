using System.Globalization;
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
    /// <summary>Silos to turn to when <see cref="Silo"/> does not answer; empty when there is one.</summary>
    public ImmutableArray<Uri> OtherSilos { get; private init; } = [];

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
        const string Key = $"{CollectorSection.Section}.ingest";
        var silos = new[] { ($"{Key}.address", ingest.Address) }
            .Concat(ingest.Others.Select((other, index) => (string.Create(CultureInfo.InvariantCulture, $"{Key}.others[{index}]"), other)))
            .Select(named => AddressOf(document, named.Item1, named.Item2)).ToList();
        if (silos.Contains(null))
            return null;

        ImmutableArray<Uri> all = [.. silos.OfType<Uri>()];
        foreach (var silo in all)
            CheckFromProvince(document, section, silo);
        return settings with { Silo = all[0], OtherSilos = all[1..], Token = token };
    }

    static Uri? AddressOf(ConfigurationDocument document, string key, string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        document.Refuse(key, $"'{text}' is no address of the form https://host:port.");
        return null;
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
