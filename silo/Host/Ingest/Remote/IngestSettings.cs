using System.Collections.Frozen;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DcOps.Contracts.Collectors;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;
using DcOps.Silo.Host.Ingest.Remote.Sites;

namespace DcOps.Silo.Host.Ingest.Remote;

/// <summary>What the section <c>ingest</c> comes to, checked.</summary>
/// <param name="Certificate">Null for plain http.</param>
/// <param name="Sites">Files of the collectors that take their configuration from here.</param>
sealed record IngestSettings(
    Uri Address, X509Certificate2? Certificate, ImmutableArray<Enrolment> Enrolments, ImmutableArray<SiteFile> Sites)
{
    /// <summary>Reads the section; null when it is absent or faulty (the faults are collected).</summary>
    /// <param name="check">Null when this host cannot tell whether a collector would take its configuration.</param>
    public static IngestSettings? Read(ConfigurationDocument document, Inventory inventory, ISiteConfigurationCheck? check = null)
    {
        if (document.Section<IngestSection>(IngestSection.Name) is not { } section)
            return null;

        var address = ReadAddress(document, section);
        var enrolments = section.Collectors.Select((collector, place) => ReadEnrolment(document, inventory, collector, place)).ToList();
        RefuseSharedNames(document, section);
        var sites = section.Collectors.Zip(enrolments).Where(pair => pair is { First.Configuration: not null, Second: not null })
            .Select(pair => SiteFile.Of(pair.First, pair.Second!, document, check)).ToImmutableArray();
        foreach (var (collector, place) in section.Collectors.Select((collector, place) => (collector, place)))
        {
            if (collector is { Configuration: null, Profiles: not null })
                document.Refuse($"{IngestSection.Name}.collectors[{place}].profiles", "needs a configuration beside it.");
        }

        return address is null || enrolments.Contains(null)
            ? null
            : new(address, ReadCertificate(document, section, address), [.. enrolments!], sites);
    }

    static Uri? ReadAddress(ConfigurationDocument document, IngestSection section)
    {
        const string Key = $"{IngestSection.Name}.address";
        if (!Uri.TryCreate(section.Address, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            document.Refuse(Key, $"'{section.Address}' is no address of the form https://0.0.0.0:8443.");
            return null;
        }

        var isLoopback = address.IsLoopback || (IPAddress.TryParse(address.Host, out var host) && IPAddress.IsLoopback(host));
        if (address.Scheme == "http" && !isLoopback)
            document.Refuse(Key, "sends tokens in the clear: use https, or http on a loopback address behind a TLS proxy.");
        if (address.Scheme == "https" && section.Certificate is null)
            document.Refuse($"{IngestSection.Name}.certificate", "is missing; https needs its file and key.");
        return address;
    }

    static X509Certificate2? ReadCertificate(ConfigurationDocument document, IngestSection section, Uri address)
    {
        if (section.Certificate is not { } files || address.Scheme != "https")
            return null;

        try
        {
            return X509Certificate2.CreateFromPemFile(files.File, files.Key);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            document.Refuse($"{IngestSection.Name}.certificate", $"cannot be read: {fault.Message}");
            return null;
        }
    }

    static Enrolment? ReadEnrolment(
        ConfigurationDocument document, Inventory inventory, IngestSection.EnrolledCollector collector, int place)
    {
        var key = $"{IngestSection.Name}.collectors[{place}]";
        var facilities = new HashSet<FacilityId>();
        foreach (var name in collector.Facilities)
        {
            if (FacilityId.TryParse(name, out var facility) && inventory.TryGet(facility, out _))
                facilities.Add(facility);
            else
                document.Refuse($"{key}.facilities", $"'{name}' is no facility of this configuration.");
        }

        if (collector.Token.RevealOrRefuse(document, $"{key}.token") is not { } token)
            return null;
        if (token.Length < 16)
            document.Refuse($"{key}.token", "is shorter than 16 characters: it can be guessed.");
        return new(collector.Name, Enrolment.Hash(token), facilities.ToFrozenSet());
    }

    static void RefuseSharedNames(ConfigurationDocument document, IngestSection section)
    {
        foreach (var shared in section.Collectors.GroupBy(collector => collector.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            document.Refuse($"{IngestSection.Name}.collectors", $"name '{shared.Key}' twice; a name is one collector's for ever.");
    }
}
