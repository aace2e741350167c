using System.Net;
using System.Text.RegularExpressions;

namespace DcOps.Browser.Tests;

/// <summary>Walks every page of the ledger as a reader of Chinese does, link by link, and looks for sentences in another language.</summary>
[Collection("reports")]
public sealed partial class LanguageTests(LedgerHost host)
{
    const int MostPages = 240;

    // A page of each kind is enough; of kinds with many addresses the first few are read.
    const int MostOfAKind = 2;

    static readonly string[] Roots = ["/pue", "/quality", "/reports", "/corrections", "/low-efficiency", "/uploads"];

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_of_the_ledger_speaks_chinese_to_a_reader_of_chinese()
    {
        var statement = await host.FileAsync(Cancelled);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = true });
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
        var (waiting, seen, kinds, foreign) = (new Queue<string>(), new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal), new List<string>());
        foreach (var path in Roots.Concat([$"/reports/{statement}?check=yes", $"/reports/{statement}/print"]))
            waiting.Enqueue(path);

        while (waiting.Count > 0 && seen.Count < MostPages)
        {
            var path = waiting.Dequeue();
            if (!seen.Add(path))
                continue;

            using var answer = await client.GetAsync(new Uri(host.Address + path), Cancelled);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answers {answer.StatusCode}");
            var page = await answer.Content.ReadAsStringAsync(Cancelled);
            foreach (var words in ForeignIn(page))
                foreign.Add($"{path}: {words}");
            foreach (var link in Links().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Where(IsOfLedger))
            {
                var kind = KindOf(link);
                kinds[kind] = kinds.GetValueOrDefault(kind) + (seen.Contains(link) ? 0 : 1);
                if (kinds[kind] <= MostOfAKind)
                    waiting.Enqueue(link);
            }
        }

        Assert.InRange(seen.Count, 40, MostPages - 1);
        Assert.Empty(foreign.Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("<p>the rule's number was not read</p>", true)]
    [InlineData("<p title=\"what is missing\">缺测</p>", true)]
    [InlineData("<p>GB 40879-2021 · gb-40879 2021.1 · kWh · ups-output-1</p>", false)]
    [InlineData("<pre>openssl cms verify binary</pre>", false)]
    [InlineData("<span lang=\"en\">Jiangsu province data centres</span>", true)]
    public void A_sentence_is_told_from_a_code(string page, bool isForeign) => Assert.Equal(isForeign, ForeignIn(page).Any());

    static IEnumerable<string> ForeignIn(string page)
    {
        var shown = Commands().Replace(page, " ");
        var attributes = Spoken().Matches(shown).Select(match => match.Groups[1].Value);
        var text = Tags().Replace(shown, "\n");
        return attributes.Append(text).SelectMany(part => Sentence().Matches(WebUtility.HtmlDecode(part)).Select(match => match.Value));
    }

    static bool IsOfLedger(string link) =>
        Roots.Any(root => link == root || link.StartsWith(root + "/", StringComparison.Ordinal) || link.StartsWith(root + "?", StringComparison.Ordinal))
        && !link.Contains(".csv", StringComparison.Ordinal) && !link.Contains(".zip", StringComparison.Ordinal) && !link.Contains("/files/", StringComparison.Ordinal);

    // Names of places, meters, periods and statements differ; what is left says which page it is.
    static string KindOf(string link) => Values().Replace(Names().Replace(link, "/*"), "=*");

    [GeneratedRegex("(?s)<(pre|code|script|style)\\b.*?</\\1>|openssl cms [^<]*|python3 [^<）]*")]
    private static partial Regex Commands();

    [GeneratedRegex("(?:title|aria-label|placeholder|alt)=\"([^\"]*)\"")]
    private static partial Regex Spoken();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    // Three words of small letters in a row, or two that end as a sentence does.
    [GeneratedRegex("(?<![\\w./-])[A-Za-z][a-z']+(?:[ ,]+[a-z][a-z']*){2,}")]
    private static partial Regex Sentence();

    [GeneratedRegex("href=\"(/[^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex("/(?:[A-Z]{2}-[^/?]*|[a-z]+(?:-[a-z]+)*-[0-9]+)")]
    private static partial Regex Names();

    [GeneratedRegex("=[^&]*")]
    private static partial Regex Values();
}
