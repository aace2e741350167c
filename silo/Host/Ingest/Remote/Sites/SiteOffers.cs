using System.Collections.Concurrent;
using DcOps.Contracts.Collectors;

namespace DcOps.Silo.Host.Ingest.Remote.Sites;

/// <summary>What each remote collector is offered: the newest configuration of its files that has no fault.</summary>
sealed class SiteOffers(ImmutableArray<SiteFile> files)
{
    /// <summary>Of the faults that are told at once, in characters.</summary>
    const int LongestReason = 4_000;

    readonly ConcurrentDictionary<string, SiteOffer> _offers = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, string> _faults = new(StringComparer.Ordinal);

    public ImmutableArray<string> Collectors { get; } = [.. files.Select(file => file.Collector)];

    /// <summary>Null when the collector has none here.</summary>
    public SiteOffer? Of(string collector) => _offers.GetValueOrDefault(collector);

    /// <summary>Why the collector's files as they are now are not offered; null when they are.</summary>
    public string? FaultOf(string collector) => _faults.GetValueOrDefault(collector);

    /// <summary>Reads the files; what has a fault leaves the offer before it as it was.</summary>
    /// <param name="at">When; null at the start.</param>
    /// <returns>The faults that were not there at the look before.</returns>
    public ImmutableArray<SiteFault> Look(DateTimeOffset? at = null) =>
        [.. files.Select(file => Look(file, at)).OfType<SiteFault>()];

    SiteFault? Look(SiteFile file, DateTimeOffset? at)
    {
        var configuration = file.Read(out var faults);
        if (faults.IsEmpty)
        {
            var body = SiteConfigurationJson.Encode(configuration!);
            var version = SiteConfigurationJson.VersionOf(body);
            if (body.Length > SiteConfigurationJson.MostBytes)
                faults = [$"{file.File}: is longer, with its profiles, than {SiteConfigurationJson.MostBytes} bytes."];
            else if (Of(file.Collector)?.Version != version)
                _offers[file.Collector] = new(version, body, at);
        }

        if (faults.IsEmpty)
        {
            _faults.TryRemove(file.Collector, out _);
            return null;
        }

        var all = string.Join('\n', faults);
        var text = all[..Math.Min(all.Length, LongestReason)];
        var isNew = FaultOf(file.Collector) != text;
        _faults[file.Collector] = text;
        return isNew ? new(file.Collector, text) : null;
    }
}
