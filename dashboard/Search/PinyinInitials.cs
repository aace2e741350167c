using System.Text;

namespace DcOps.Dashboard.Search;

/// <summary>
/// First letters of the pinyin of a Chinese name (南京 → nj), as people type them. The commoner half of GB 2312 is ordered by
/// pinyin, so the letter follows from a character's place; characters of the other half are left out. A character of two readings
/// has the one it is ordered by.
/// </summary>
static class PinyinInitials
{
    const int LastOrdered = 0xD7F9;

    static readonly (int From, char Letter)[] Places =
    [
        (0xB0A1, 'a'), (0xB0C5, 'b'), (0xB2C1, 'c'), (0xB4EE, 'd'), (0xB6EA, 'e'), (0xB7A2, 'f'), (0xB8C1, 'g'), (0xB9FE, 'h'),
        (0xBBF7, 'j'), (0xBFA6, 'k'), (0xC0AC, 'l'), (0xC2E8, 'm'), (0xC4C3, 'n'), (0xC5B6, 'o'), (0xC5BE, 'p'), (0xC6DA, 'q'),
        (0xC8BB, 'r'), (0xC8F6, 's'), (0xCBFA, 't'), (0xCDDA, 'w'), (0xCEF4, 'x'), (0xD1B9, 'y'), (0xD4D1, 'z'),
    ];

    static readonly Encoding Gb2312 = CodePagesEncodingProvider.Instance.GetEncoding("GB2312")!;

    /// <summary>Small letters; what is no such character (digits, Latin letters) stays as it is, in small letters.</summary>
    public static string Of(string name)
    {
        var initials = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                if (Rune.IsLetterOrDigit(rune))
                    initials.Append(char.ToLowerInvariant((char)rune.Value));
                continue;
            }

            if (LetterOf(rune) is { } letter)
                initials.Append(letter);
        }

        return initials.ToString();
    }

    static char? LetterOf(Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        Span<char> characters = stackalloc char[2];
        if (!Gb2312.TryGetBytes(characters[..rune.EncodeToUtf16(characters)], bytes, out var count) || count != 2)
            return null;

        var place = (bytes[0] << 8) | bytes[1];
        if (place < Places[0].From || place > LastOrdered)
            return null;
        return Places[Array.FindLastIndex(Places, entry => entry.From <= place)].Letter;
    }
}
