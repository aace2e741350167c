namespace DcOps.Domain.Topology;

/// <summary>
/// One part of a code that people type and paths carry: capital letters, digits and hyphens,
/// 1 to 24 characters, beginning with a letter (so that no code reads as a hexadecimal number).
/// </summary>
static class Code
{
    public const string Form = "capital letters, digits and hyphens, 1 to 24 characters, beginning with a letter";

    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 24 || !char.IsAsciiLetterUpper(text[0]))
            return false;

        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterUpper(letter) && !char.IsAsciiDigit(letter) && letter != '-')
                return false;
        }

        return true;
    }
}
