using System.Text.RegularExpressions;

namespace DcOps.Architecture.Tests;

/// <summary>A file fits in one's mind, and its name says what is in it.</summary>
public sealed partial class SourceShapeTests
{
    const int LongestFile = 300;

    [Fact]
    public void No_source_file_is_longer_than_300_lines()
    {
        var tooLong = SourceFiles.All()
            .Select(file => (file, lines: File.ReadLines(file).Count()))
            .Where(entry => entry.lines > LongestFile)
            .Select(entry => $"{SourceFiles.Relative(entry.file)}: {entry.lines} lines");

        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        var vague = SourceFiles.All()
            .Where(file => VagueEnding().IsMatch(Path.GetFileNameWithoutExtension(file)))
            .Select(SourceFiles.Relative);

        Assert.Empty(vague);
    }

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Utilities|Service|Processor|Common|Misc|Data|Info)$")]
    private static partial Regex VagueEnding();
}
