using DcOps.Collectors.Pipeline.Profiles;

namespace DcOps.Collectors.Snmp.Trying;

/// <summary>How the trial of a profile on a live device ended.</summary>
public abstract record TrialOutcome
{
    TrialOutcome()
    {
    }

    /// <param name="By">What showed that the profile is for the device.</param>
    /// <param name="Objects">Everything that the device said and the profile knows, in the order of the answers.</param>
    /// <param name="Faults">What it was asked for and could not tell, one line each; what it does not have is no fault.</param>
    public sealed record Read(
        DeviceProfile Profile, string By, ImmutableArray<Interpretation> Objects, ImmutableArray<string> Faults) : TrialOutcome;

    /// <param name="Reason">Silence, refusal, or no profile for it; for people.</param>
    public sealed record Failed(string Reason) : TrialOutcome;
}
