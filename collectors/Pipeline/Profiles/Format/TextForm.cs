namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>What a text value holds.</summary>
enum TextForm : byte
{
    /// <summary>A number in the invariant culture; anything else is "not available".</summary>
    Number,

    /// <summary>A number and its unit behind it, as in 23.5 °C; anything else is "not available".</summary>
    NumberAndUnit,

    /// <summary>A date in one of the given forms, in the device's zone; anything else is "not available".</summary>
    Date,
}
