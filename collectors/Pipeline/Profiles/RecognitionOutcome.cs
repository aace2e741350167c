namespace DcOps.Collectors.Pipeline.Profiles;

/// <summary>What became of the question which profile is for a device.</summary>
public abstract record RecognitionOutcome
{
    RecognitionOutcome()
    {
    }

    /// <param name="By">What showed it, for people: a sysObjectID prefix or an instance that answered.</param>
    public sealed record Recognised(DeviceProfile Profile, string By) : RecognitionOutcome;

    /// <param name="Reason">What was asked and what the device said, for the person who is to write a profile.</param>
    public sealed record Refused(string Reason) : RecognitionOutcome;
}
