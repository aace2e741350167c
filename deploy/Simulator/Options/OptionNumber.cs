using System.Globalization;

namespace DcOps.Simulator.Options;

/// <summary>Whole numbers of a command line.</summary>
static class OptionNumber
{
    /// <summary>The number; <paramref name="least"/> with a reason when the text is none of the range.</summary>
    public static long Read(string option, string text, long least, long most, ref string? reason)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;

        reason = string.Create(CultureInfo.InvariantCulture, $"{option} {text}: must be a whole number from {least} to {most}.");
        return least;
    }
}
