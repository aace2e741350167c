using System.Globalization;
using System.Text.RegularExpressions;
using DcOps.Testing;

namespace DcOps.Dashboard.Tests;

/// <summary>The colours can be read, in both themes (WCAG 2.2: text 4.5 to 1, marks 3 to 1).</summary>
public sealed partial class TokenTests
{
    const double Text = 4.5;
    const double Mark = 3.0;

    static readonly Dictionary<string, Dictionary<string, string>> Themes = Read();

    public static TheoryData<string, string, string, double> Pairs()
    {
        var pairs = new TheoryData<string, string, string, double>();
        foreach (var theme in new[] { "light", "dark" })
        {
            foreach (var ground in new[] { "ground", "surface" })
            {
                pairs.Add(theme, "ink", ground, Text);
                pairs.Add(theme, "ink-quiet", ground, Text);
                pairs.Add(theme, "link", ground, Text);
            }

            pairs.Add(theme, "ink", "head", Text);
            pairs.Add(theme, "sev-crit", "surface", Text);
            pairs.Add(theme, "no-data", "surface", Text);
            pairs.Add(theme, "surface", "no-data", Text);
            pairs.Add(theme, "surface", "sev-crit", Text);
            pairs.Add(theme, "sev-major", "surface", Mark);
            pairs.Add(theme, "sev-warn-outline", "surface", Mark);
            pairs.Add(theme, "series-0", "surface", Mark);
            pairs.Add(theme, "series-1", "surface", Mark);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Is_told_from_its_ground(string theme, string token, string ground, double least)
    {
        var contrast = Contrast(Themes[theme][token], Themes[theme][ground]);

        Assert.True(contrast >= least, $"--{token} on --{ground} is {contrast:0.00} to 1 in the {theme} theme");
    }

    [Fact]
    public void The_theme_of_the_system_is_the_dark_one_word_for_word() => Assert.Equal(Themes["dark"], Themes["system"]);

    static double Contrast(string one, string other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    // WCAG 2.2, relative luminance.
    static double Luminance(string colour)
    {
        double Channel(int start)
        {
            var value = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    static Dictionary<string, Dictionary<string, string>> Read()
    {
        var css = File.ReadAllText(RepositoryRoot.Of("dashboard", "wwwroot", "css", "tokens.css"));
        return Block().Matches(css).ToDictionary(
            block => block.Groups["theme"].Value,
            block => Token().Matches(block.Groups["body"].Value)
                .ToDictionary(token => token.Groups["name"].Value, token => token.Groups["colour"].Value, StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [GeneratedRegex("""\[data-theme="(?<theme>[a-z]+)"\] \{(?<body>[^}]*)\}""")]
    private static partial Regex Block();

    [GeneratedRegex("--(?<name>[a-z0-9-]+): (?<colour>#[0-9A-F]{6});")]
    private static partial Regex Token();
}
