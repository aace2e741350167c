using System.Globalization;
using System.Text.RegularExpressions;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Statements;
using DcOps.Domain.Statements.Printed;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Statements;

public sealed partial class StatementPageTests
{
    const string Figures =
        "facility,period,from,to,revision,category,e_dc_wh,e_it_wh,pue,completeness,estimated_share,grade\n"
        + "NJ-01,month,2026-02-28T16:00:00.0000000Z,2026-03-31T16:00:00.0000000Z,2,1,1300000500,1000000000,1.300001,0.98996,0.012,reportable\n"
        + "NJ-01,month,2026-02-28T16:00:00.0000000Z,2026-03-31T16:00:00.0000000Z,2,2,1300000500,900000000,1.444445,0.41,0,insufficient\n";

    [Fact]
    public void Shows_the_figures_in_people_s_units_and_rounds_none_over_a_limit()
    {
        var page = Page(StatementLanguage.English);

        Assert.Contains("<td class=\"number\">1,300,000.500</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number\">1.300001</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number\">98.9960 %</td>", page, StringComparison.Ordinal);
        Assert.Contains("Month 2026-03-01 – 2026-03-31", page, StringComparison.Ordinal);
        Assert.Contains("2026-04-05 00:00:00 UTC+8", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Withholds_a_figure_whose_evidence_is_insufficient()
    {
        var page = Page(StatementLanguage.English);

        Assert.DoesNotContain("1.444445", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number\">–</td>", page, StringComparison.Ordinal);
        Assert.Contains("D: insufficient data", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\" onload=\"x")]
    [InlineData("<img src=x onerror=y>")]
    [InlineData("</td></table><style>*{}")]
    [InlineData("a\u0000b\u0007&amp;")]
    public void Escapes_whatever_stands_in_a_table(string hostile)
    {
        var quoted = '"' + hostile.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
        var page = Page(StatementLanguage.Chinese, $"id,meter,kind,at,to,position,serial,energy_wh,proposed_by,proposed_at,reason,evidence,accepted_by,accepted_at,note\nC-1,main,declare-reset,x,,,,,{quoted},,{quoted},{quoted},{quoted},,\n");

        Assert.DoesNotContain(hostile, page, StringComparison.Ordinal);
        Assert.Empty(Tag().Matches(page).Select(match => match.Groups[1].Value)
            .Except(["html", "head", "meta", "title", "style", "body", "h1", "h2", "dl", "dt", "dd", "table", "col", "thead", "tbody", "tr", "th", "td", "p"], StringComparer.Ordinal));
        Assert.DoesNotContain(page, letter => char.IsControl(letter) && letter != '\n');
    }

    [Fact]
    public void Reaches_for_nothing_outside_itself()
    {
        var page = Page(StatementLanguage.Chinese);

        Assert.DoesNotMatch("(?i)src=|href=|url\\(|@import|<script", page);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.Contains("size: A4", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"zh-CN\">", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what is missing could turn the answer", "缺测部分可能改变结论")]
    [InlineData("31 of 365 days are closed", "365 天中仅 31 天已关账")]
    [InlineData("its kind of project is Existing", "其项目类型为 存量")]
    [InlineData("the rule does not accept a figure of Category1", "规则不接受1 类（UPS 输出）的数值")]
    public void The_chinese_page_gives_its_reasons_in_chinese(string filed, string shown)
    {
        var verdicts = $"pack,version,rule,verification,source,outcome,limit,value,low,high,within_uncertainty,reason\ngb-40879,0,x,secondary,\"GB 40879-2021, grades\",insufficient-evidence,1.3,1.29,1.21,1.37,no,{filed}\n";

        var (chinese, english) = (Page(StatementLanguage.Chinese, verdicts: verdicts), Page(StatementLanguage.English, verdicts: verdicts));

        Assert.Contains(shown, chinese, StringComparison.Ordinal);
        Assert.DoesNotContain(filed, chinese, StringComparison.Ordinal);
        Assert.Contains("GB 40879-2021，能效等级 [二手来源]", chinese, StringComparison.Ordinal);
        Assert.Contains("1.21 – 1.37", chinese, StringComparison.Ordinal);
        Assert.Contains("GB 40879-2021, grades [secondary source]", english, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_that_a_rule_rests_on_has_chinese_words()
    {
        var words = StatementWords.Of(StatementLanguage.Chinese);
        var texts = RuleBook.Shipped.Packs.SelectMany(pack => pack.Rules).SelectMany(rule => new[] { rule.Source, rule.Note }).OfType<string>()
            .Concat(FacilityKpi.All.Select(kpi => kpi.Source)).Distinct();

        Assert.Empty(texts.Select(words.Source).Where(text => LatinWords().IsMatch(text)));
    }

    [Fact]
    public void Columns_of_a_wide_table_share_the_whole_width()
    {
        var tables = Page(StatementLanguage.Chinese, "id,meter\nC-1,main\n", "pack,rule,outcome\nx,y,over\nx,z,not-applicable\n").Split("<table")
            .Select(table => Width().Matches(table).Sum(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))).Where(sum => sum > 0).ToList();

        Assert.Equal(4, tables.Count);
        Assert.All(tables, sum => Assert.Equal(100, sum));
    }

    [Fact]
    public void Every_word_is_there_in_every_language()
    {
        Assert.All(StatementWords.All, word => Assert.Equal(["en", "zh"], word.Value.Keys.Order(StringComparer.Ordinal)));
        Assert.All(StatementWords.All.Values.SelectMany(words => words.Values), text => Assert.NotEqual("", text.Trim()));
        var kebab = Enum.GetValues<RuleOutcome>().Select(each => KebabCase.Of(each))
            .Concat(Enum.GetValues<Verification>().Select(each => KebabCase.Of(each)))
            .Concat(Enum.GetValues<EvidenceGrade>().Select(each => KebabCase.Of(each)))
            .Concat(Enum.GetValues<IntervalQuality>().Select(each => KebabCase.Of(each)))
            .Concat(Enum.GetValues<PeriodKind>().Select(each => KebabCase.Of(each)))
            .Concat(Enum.GetValues<CorrectionKind>().Select(each => KebabCase.Of(each)))
            .Concat(Enum.GetValues<MeterRole>().Where(each => each != MeterRole.None).Select(each => KebabCase.Of(each)));
        Assert.Empty(kebab.Except(StatementWords.All.Keys, StringComparer.Ordinal));
    }

    static string Page(StatementLanguage language, string corrections = "id,meter\n", string verdicts = "pack,rule\n")
    {
        var period = BusinessCalendar.Shanghai.Month(2026, 3);
        var manifest = new StatementManifest(
            StatementManifest.CurrentFormat, "NJ-01", "month", period.From, period.To, 2, period.To.AddDays(4), new('a', 64),
            ["gb-40879 2021.1"], []);
        return StatementPage.Of(
            manifest,
            [
                new(StatementNames.Figures, Figures), new(StatementNames.Verdicts, verdicts), new(StatementNames.Meters, "meter\n"),
                new(StatementNames.Corrections, corrections),
                new(StatementNames.Intervals, "meter,from,wh,estimated_wh,quality\nmain,a,1000,0,measured\nmain,b,,,missing\n"),
            ],
            language);
    }

    [GeneratedRegex("<([a-z0-9]+)")]
    private static partial Regex Tag();

    [GeneratedRegex("<col style=\"width:([0-9]+)%\">")]
    private static partial Regex Width();

    [GeneratedRegex("[a-z]{3,} [a-z]{2,}")]
    private static partial Regex LatinWords();
}
