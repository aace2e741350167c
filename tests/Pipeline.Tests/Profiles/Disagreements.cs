namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>What the other monitor reads wrongly, by recording and address, with the reason from the MIB or from the value itself.</summary>
static class Disagreements
{
    /// <summary>A name or an address ends with an asterisk where all that begin so are meant.</summary>
    static readonly (string Recording, string Class, string Address, string Reason)[] Known =
    [
        ("raritan-pdu_px3", "power_factor", "1.3.6.1.4.1.13742.6.5.2.3.1.4.1.1.7", "a power factor is scaled by its decimal digits (2): 98 is 0.98"),
        ("raritan-pdu_px3", "power_factor", "1.3.6.1.4.1.13742.6.5.4.3.1.4.1.*", "a power factor is scaled by its decimal digits (2), and not available on an idle outlet"),
        ("generex-ups_cs141", "power", "1.3.6.1.2.1.33.1.4.4.1.4.*", "upsOutputPower is a NonNegativeInteger: below zero is no power"),
    ];

    /// <summary>Null when nothing is known against it.</summary>
    public static string? Reason(string recording, ExpectedSensor sensor) =>
        Array.Find(Known, entry => Fits(entry.Recording, recording) && Fits(entry.Class, sensor.Class) && Fits(entry.Address, sensor.Address)).Reason;

    static bool Fits(string pattern, string text) =>
        pattern.EndsWith('*') ? text.StartsWith(pattern[..^1], StringComparison.Ordinal) : pattern == text;
}
