using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Collectors.Snmp.Engine;
using DcOps.Collectors.Snmp.Walking;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Snmp.Trying;

/// <summary>Asks one live device for what a profile reads, once, for the person who writes the profile. Only reads.</summary>
public sealed class ProfileTrial(ProfileLibrary profiles, TimeProvider time)
{
    const string SystemObjectId = "1.3.6.1.2.1.1.2.0";

    /// <summary>Nothing is refused as implausible because of a rating that nobody gave.</summary>
    const double AnyRating = 1e9;

    static readonly Location Nowhere = Location.Parse("TRIAL-01/R01/A01");

    /// <param name="profileName">Null to recognise the device.</param>
    /// <param name="timeout">For one answer; a question is asked three times.</param>
    public async Task<TrialOutcome> RunAsync(TrialTarget target, string? profileName, TimeSpan timeout)
    {
        using var engine = new SnmpEngine(time);
        var session = new Session(engine, target, new(timeout, Retries: 2), time);
        if (profileName is not null)
        {
            return profiles.TryGet(profileName, out var named)
                ? await session.ReadAsync(named, "named on the command line")
                : new TrialOutcome.Failed($"There is no profile '{profileName}'; there are {string.Join(", ", profiles.Profiles.Select(profile => profile.Name))}.");
        }

        var plan = new ProfilePlans([.. profiles.Fingerprints.Prepend(SystemObjectId).Select(address => new PolledObject(address, PollCadence.Poll))], []);
        var outcome = await session.PollAsync(plan);
        if (outcome is not PollOutcome.Answered answered)
            return new TrialOutcome.Failed(Words(outcome, target));

        var said = answered.Values.Where(value => value.Kind != RawKind.Absent).ToDictionary(value => value.Address, StringComparer.Ordinal);
        var identity = said.TryGetValue(SystemObjectId, out var value) ? value.Text ?? "" : "";
        return profiles.Identify(identity, said.ContainsKey) switch
        {
            RecognitionOutcome.Recognised recognised => await session.ReadAsync(recognised.Profile, recognised.By),
            RecognitionOutcome.Refused refused => new TrialOutcome.Failed($"No profile is for it: {refused.Reason}."),
            _ => throw new InvalidOperationException("A recognition is one of two."),
        };
    }

    static string Words(PollOutcome outcome, TrialTarget target) => outcome switch
    {
        PollOutcome.TimedOut silent => $"{target} does not answer within {silent.After.TotalSeconds:0.#} s: address, port, or a community that it does not know.",
        PollOutcome.Refused refused => $"{target} refuses: {refused.Reason}",
        PollOutcome.Unusable unusable => $"{target} answers what cannot be read: {unusable.Reason}",
        PollOutcome.Unreachable unreachable => $"{target} cannot be reached: {unreachable.Reason}",
        _ => $"{target}: {outcome.Label}",
    };

    /// <summary>One device, spoken to twice at most.</summary>
    sealed class Session(SnmpEngine engine, TrialTarget target, PollPatience patience, TimeProvider time)
    {
        readonly Security.IMessageSecurity _security = target.Session(time);

        public Task<PollOutcome> PollAsync(ProfilePlans plans) =>
            engine.PollAsync(new(target.Address, _security, new(plans.Columns)), plans.Full, patience);

        public async Task<TrialOutcome> ReadAsync(DeviceProfile profile, string by)
        {
            var outcome = await PollAsync(new(profile));
            if (outcome is not PollOutcome.Answered answered)
                return new TrialOutcome.Failed(Words(outcome, target));

            var device = new Device("device", Nowhere, profile, AnyRating);
            var read = new ReadingNormaliser(device).Explain(new(device, answered.ObservedAt, answered.Values));
            return new TrialOutcome.Read(profile, by, read, [.. answered.Faults.Select(fault => $"{fault.Name}: {fault.Kind}")]);
        }
    }
}
