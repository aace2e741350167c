using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DcOps.Testing;
using Microsoft.Playwright;

namespace DcOps.Browser.Tests;

/// <summary>What is printed on A4: the sheets it takes, and that no column is cut and no number broken.</summary>
[Collection("reports")]
public sealed partial class PaperTests(LedgerHost host, Chromium chromium)
{
    // A4 less its margins, in the 96 points per inch of a page: 210 - 2 x 12 mm upright, 297 - 2 x 12 mm across.
    const int Upright = 703;
    const int Across = 1_031;

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("statement", Upright, 2, 4)]
    [InlineData("facility", Across, 1, 3)]
    [InlineData("list", Across, 1, 2)]
    [InlineData("evidence", Across, 1, 3)]
    [InlineData("rooms", Across, 1, 2)]
    [InlineData("report", Across, 1, 4)]
    public async Task Fits_its_sheets_with_no_column_cut_and_no_number_broken(string name, int width, int fewest, int most)
    {
        foreach (var language in new[] { "zh-CN", "en" })
        {
            await using var visit = await chromium.VisitAsync(host.Address, language, width: width);
            await visit.Page.GotoAsync(host.Address + await PathOfAsync(name));
            await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

            var paper = await visit.Page.PdfAsync(new() { PreferCSSPageSize = true });
            var cut = await visit.Page.EvaluateAsync<string[]>(Cut);
            var broken = await visit.Page.EvaluateAsync<string[]>(Broken);

            Directory.CreateDirectory(RepositoryRoot.Of("artifacts", "pictures"));
            await File.WriteAllBytesAsync(RepositoryRoot.Of("artifacts", "pictures", $"paper-{name}-{language}.pdf"), paper, Cancelled);
            Assert.InRange(Sheets().Count(Encoding.Latin1.GetString(paper)), fewest, most);
            Assert.Empty(cut);
            Assert.Empty(broken);
        }
    }

    // Whatever reaches beyond the sheet, and cells whose text reaches beyond the cell.
    const string Cut =
        """
        () => [...document.querySelectorAll('table, th, td, dd, p, h1, h2')]
            .filter(each => each.offsetParent !== null)
            .filter(each => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1 || each.scrollWidth > each.clientWidth + 2 && each.matches('th, td'))
            .map(each => `${each.tagName} ${each.textContent.trim().slice(0, 60)}`)
        """;

    // A figure that takes more than one line is read as two.
    const string Broken =
        """
        () => [...document.querySelectorAll('td.number')]
            .filter(each => each.offsetParent !== null && /^[−\-+]?[\d,.]+( %)?$/.test(each.textContent.trim()))
            .filter(each => { const range = document.createRange(); range.selectNodeContents(each);
                return new Set([...range.getClientRects()].filter(box => box.width > 0).map(box => Math.round(box.top))).size > 1; })
            .map(each => each.textContent.trim())
        """;

    async Task<string> PathOfAsync(string name) => name switch
    {
        "statement" => $"/reports/{await host.FileAsync(Cancelled)}/print",
        "report" => $"/reports/{await host.FileAsync(Cancelled)}",
        "facility" => $"/pue/{host.Played.Deep}",
        "evidence" => $"/pue/{host.Played.Deep}/evidence?period=2026-10",
        "rooms" => string.Create(CultureInfo.InvariantCulture, $"/pue/{host.Played.Deep}/rooms?period={PlayedLedger.RackedDay:yyyy-MM-dd}"),
        _ => "/pue",
    };

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Sheets();
}
