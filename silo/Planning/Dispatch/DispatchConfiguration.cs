using DcOps.Domain.Configuration;
using DcOps.Planning.Dispatch.Sites;

namespace DcOps.Planning.Dispatch;

/// <summary>Sites' adapters and terms, as section <c>planning.dispatch</c> has them.</summary>
public static class DispatchConfiguration
{
    const string Key = $"{PlanningSection.Section}.dispatch.sites";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Null when released plans are tables for people; faults are collected in the document.</summary>
    public static DispatchSettings? Load(ConfigurationDocument document, TimeProvider time)
    {
        if (document.Section<PlanningSection>(PlanningSection.Section)?.Dispatch is not { Mode: not DispatchMode.Off } section)
            return null;

        var sites = ImmutableSortedDictionary.CreateBuilder<string, ISiteAdapter>(StringComparer.Ordinal);
        foreach (var site in section.Sites.IsDefault ? [] : section.Sites)
        {
            if (sites.ContainsKey(site.Facility))
                document.Refuse(Key, $"names {site.Facility} twice; keep one.");
            else if (Adapter(document, site, time) is { } adapter)
                sites.Add(site.Facility, adapter);
        }

        return new(
            new(section.Mode == DispatchMode.Shadow, section.Lead, section.RampKilowatts, section.MostRecalls, section.VerifyWithin),
            sites.ToImmutable());
    }

    static ISiteAdapter? Adapter(ConfigurationDocument document, DispatchSiteSection site, TimeProvider time)
    {
        if (site.Kind == DispatchSiteKind.Manual)
            return new ManualSite();
        if (site.Address is not { Scheme: "http" or "https" } address)
        {
            document.Refuse(Key, $"{site.Facility} needs an address that begins with http:// or https://.");
            return null;
        }

        if (site.Secret?.Reveal(out var reason) is not { } secret)
        {
            document.Refuse(Key, $"{site.Facility} needs a secret that can be read.");
            return null;
        }

        // The client lives as long as the process.
        var http = new HttpClient { Timeout = Patience, MaxResponseContentBufferSize = 1 << 20 };
        return site.Kind switch
        {
            DispatchSiteKind.Webhook => new WebhookSite(http, address, secret, time),
            DispatchSiteKind.Kueue => new KueueSite(http, address, site.Namespace, site.Queue, secret),
            _ => new SlurmSite(http, address, site.Partition, site.User, secret),
        };
    }
}
