namespace DcOps.Domain.Rules;

/// <summary>How a value of a rule or factor was established; pages show anything but verified with a mark.</summary>
public enum Verification : byte
{
    /// <summary>Read in the text itself or an authority's own publication.</summary>
    Verified = 0,

    /// <summary>Read in a text about it.</summary>
    Secondary = 1,

    /// <summary>Not read: to be checked against the text before anything rests on it.</summary>
    Unverified = 2,
}
