using System.Net;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Collectors.Snmp.Configuration;
using DcOps.Collectors.Snmp.Engine;
using DcOps.Collectors.Snmp.Walking;

namespace DcOps.Collectors.Snmp.Discovery;

/// <summary>Asks one address with one set of credentials after the other, until it answers.</summary>
sealed class AgentTrial(SnmpEngine engine, ProfileLibrary profiles, ImmutableArray<SnmpCredentials> credentials, PollPatience patience, TimeProvider time)
{
    const string SystemDescription = "1.3.6.1.2.1.1.1.0";
    const string SystemObjectId = "1.3.6.1.2.1.1.2.0";
    const string SystemName = "1.3.6.1.2.1.1.5.0";
    static readonly ProfilePlans System = Of([SystemDescription, SystemObjectId, SystemName]);
    readonly ProfilePlans _fingerprints = Of(profiles.Fingerprints);

    /// <param name="turn">Awaited before each first question.</param>
    /// <returns>Null when nothing answers there.</returns>
    public async Task<FoundDevice?> AskAsync(IPEndPoint address, Func<CancellationToken, Task> turn, CancellationToken cancellationToken)
    {
        FoundDevice? refusing = null;
        foreach (var set in credentials)
        {
            await turn(cancellationToken);
            var link = new AgentLink(address, set.Session(time), new(0));
            var outcome = await engine.PollAsync(link, System.Regular, patience);
            try
            {
                if (outcome is PollOutcome.Answered answered)
                    return await RecogniseAsync(link, set.Name, answered);
                if (outcome is PollOutcome.Refused refused)
                    refusing = new(address, set.Name, "", "", "", null, refused.Reason);
            }
            finally
            {
                engine.Leave(link);
            }
        }

        return refusing;
    }

    async Task<FoundDevice> RecogniseAsync(AgentLink link, string credentials, PollOutcome.Answered answered)
    {
        var objectId = TextAt(answered, SystemObjectId);
        // Instances that one profile or another knows its devices by, whatever they say of themselves.
        var known = await engine.PollAsync(link, _fingerprints.Regular, patience) is PollOutcome.Answered shown
            ? shown.Values.Where(value => value.Kind != RawKind.Absent).Select(value => value.Address).ToHashSet(StringComparer.Ordinal)
            : [];
        return new(
            link.EndPoint,
            credentials,
            objectId,
            TextAt(answered, SystemName),
            TextAt(answered, SystemDescription),
            profiles.Recognise(objectId, known.Contains)?.Name,
            null);
    }

    static string TextAt(PollOutcome.Answered answered, string address) =>
        answered.Values.FirstOrDefault(value => value.Address == address).Text ?? "";

    static ProfilePlans Of(IEnumerable<string> scalars) => new([.. scalars.Select(scalar => new PolledObject(scalar, PollCadence.Poll))], []);
}
