namespace DcOps.Collectors.Snmp.Security;

/// <summary>What an answer turned out to be.</summary>
enum OpenOutcome : byte
{
    /// <summary>A response to what was asked.</summary>
    Answer = 0,

    /// <summary>The device told what was missing (its engine, its clock): ask the same again.</summary>
    AskAgain,

    /// <summary>The device will not answer this user; asking again changes nothing.</summary>
    Refused,

    /// <summary>Not readable; the right answer may still come.</summary>
    Malformed,

    /// <summary>Not proven to come from the device; the right answer may still come.</summary>
    NotAuthentic,
}
