using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Configuration;
using DcOps.Collectors.Snmp.Engine;
using DcOps.Domain.Configuration;

namespace DcOps.Collectors.Snmp.Discovery;

/// <summary>
/// Looks for SNMP agents in a list of addresses. It only reads, at a bounded rate, and adds nothing to any configuration:
/// what it finds is a list for people.
/// </summary>
public sealed class DiscoverySweep
{
    readonly ProfileLibrary _profiles;
    readonly SweepOptions _options;
    readonly ImmutableArray<SnmpCredentials> _credentials;
    readonly TimeProvider _time;

    DiscoverySweep(ProfileLibrary profiles, SweepOptions options, ImmutableArray<SnmpCredentials> credentials, TimeProvider time)
    {
        _profiles = profiles;
        _options = options;
        _credentials = credentials;
        _time = time;
    }

    /// <summary>A sweep with the credentials of a configuration.</summary>
    /// <param name="text">Of a configuration file; only its section <c>snmp</c> is read.</param>
    /// <exception cref="ConfigurationException">The section is missing or faulty, or has no such credentials.</exception>
    public static DiscoverySweep Of(string file, string text, ProfileLibrary profiles, SweepOptions options, TimeProvider time)
    {
        var document = ConfigurationDocument.Parse(file, SnmpOf(text));
        var settings = SnmpSettingsReader.Read(document, inventory: null, profiles);
        var chosen = ImmutableArray.CreateBuilder<SnmpCredentials>();
        foreach (var name in options.Credentials)
        {
            if (settings?.Credentials.FirstOrDefault(set => set.Name == name) is { } set)
                chosen.Add(set);
            else if (settings is not null)
                document.Refuse("snmp.credentials", $"has no '{name}'; known are {string.Join(", ", settings.Credentials.Select(known => known.Name))}.");
        }

        if (settings is null && !document.Has("snmp"))
            document.Refuse("snmp", "is missing; a sweep needs its credentials.");
        document.ThrowIfFaulty();
        return new(profiles, options, chosen.Count > 0 ? chosen.ToImmutable() : settings!.Credentials, time);
    }

    /// <summary>Sweeps. Devices come as they answer, in no order.</summary>
    public async IAsyncEnumerable<FoundDevice> FindAsync(
        AddressList addresses, IProgress<SweepProgress> progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var engine = new SnmpEngine(_time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var found = Channel.CreateUnbounded<FoundDevice>();
        var asking = AskAllAsync(engine, addresses, progress, found.Writer, stop.Token);
        try
        {
            await foreach (var device in found.Reader.ReadAllAsync(stop.Token))
                yield return device;
            await asking;
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    async Task AskAllAsync(
        SnmpEngine engine, AddressList addresses, IProgress<SweepProgress> progress, ChannelWriter<FoundDevice> found, CancellationToken cancellationToken)
    {
        var patience = new PollPatience(_options.Timeout, _options.Retries);
        var trial = new AgentTrial(engine, _profiles, _credentials, patience, _time);
        var pace = new SweepPace(_options.Rate, _time);
        // No more under way than the rate brings in while one address is silent to every set of credentials.
        var longest = _options.Timeout * (_options.Retries + 1) * _credentials.Length;
        var together = (int)Math.Clamp(Math.Ceiling(_options.Rate * longest.TotalSeconds), 1, 4_096);
        var (done, answering) = (0, 0);
        try
        {
            await Parallel.ForEachAsync(
                addresses.Addresses,
                new ParallelOptions { MaxDegreeOfParallelism = together, CancellationToken = cancellationToken },
                async (address, token) =>
                {
                    if (await trial.AskAsync(new(address, _options.Port), pace.WaitAsync, token) is { } device)
                    {
                        Interlocked.Increment(ref answering);
                        await found.WriteAsync(device, token);
                    }

                    progress.Report(new(addresses.Count, Interlocked.Increment(ref done), Volatile.Read(ref answering)));
                });
            found.Complete();
        }
        catch (Exception end)
        {
            found.Complete(end);
        }
    }

    // The rest of the file is other readers' business, and may be under construction.
    static string SnmpOf(string text)
    {
        var options = new System.Text.Json.JsonDocumentOptions { CommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true };
        try
        {
            return JsonNode.Parse(text, documentOptions: options) is JsonObject root && root["snmp"] is { } snmp
                ? new JsonObject { ["snmp"] = snmp.DeepClone() }.ToJsonString()
                : "{}";
        }
        catch (System.Text.Json.JsonException)
        {
            // Whoever parses the text itself says where it is wrong.
            return text;
        }
    }
}
