using System.Globalization;
using System.Text;
using DcOps.Domain.Kpis;
using DcOps.Domain.Telemetry;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Compliance;

/// <summary>What the address of the compliance list says: the address is the state of the page and of its export.</summary>
/// <param name="Period">As <see cref="Domain.Ledger.ReportPeriod.Text"/>; empty for the trailing year.</param>
/// <param name="Category">Null for the first that each facility declares.</param>
/// <param name="RulesOn">Day whose rules are applied; null for the last day of the period.</param>
/// <param name="City">Code; empty for all.</param>
/// <param name="Text">Part of a facility's id or name; empty for all.</param>
/// <param name="Page">1 for the first.</param>
/// <param name="Line">Limit to try; null when none is.</param>
/// <param name="Rule">Rule whose line moves, as in <c>gb-40879/rm2-limit</c>.</param>
/// <param name="Kpi">Indicator of the tab of that name, as <see cref="FacilityKpi.Name"/>.</param>
public sealed record ComplianceQuery(
    string Period = "",
    PueCategory? Category = null,
    RatioMethod Method = RatioMethod.Annual,
    DateOnly? RulesOn = null,
    ListedVerdict? Verdict = null,
    string City = "",
    string Group = "",
    string Owner = "",
    string Text = "",
    ListSort Sort = ListSort.Verdict,
    int Page = 1,
    ComplianceTab Tab = ComplianceTab.Facilities,
    decimal? Line = null,
    string Rule = ComplianceQuery.DefaultRule,
    string Kpi = ComplianceQuery.DefaultKpi)
{
    public const string Path = "/pue";
    public const string CsvPath = "/pue.csv";
    public const string DefaultRule = "gb-40879/rm2-limit";
    public const string DefaultKpi = "pue_category1_ratio";
    public const decimal LeastLine = 1;
    public const decimal MostLine = 3;

    public string Address => Path + Query;

    public string CsvAddress => CsvPath + Query;

    /// <summary>What does not read as its parameter asks is left out, as if it had not been given.</summary>
    public static ComplianceQuery Of(IQueryCollection query) => new(
        TextOf(query, "period"),
        int.TryParse(TextOf(query, "category"), NumberStyles.None, CultureInfo.InvariantCulture, out var category)
            && Enum.IsDefined((PueCategory)category) ? (PueCategory)category : null,
        ChoiceOf<RatioMethod>(query, "method") ?? RatioMethod.Annual,
        DateOnly.TryParseExact(TextOf(query, "rules"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        ChoiceOf<ListedVerdict>(query, "verdict"),
        TextOf(query, "city"),
        TextOf(query, "group"),
        TextOf(query, "owner"),
        TextOf(query, "q"),
        ChoiceOf<ListSort>(query, "sort") ?? ListSort.Verdict,
        int.TryParse(TextOf(query, "page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
        ChoiceOf<ComplianceTab>(query, "tab") ?? ComplianceTab.Facilities,
        decimal.TryParse(TextOf(query, "line"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var line)
            && line is >= LeastLine and <= MostLine ? line : null,
        TextOf(query, "rule") is { Length: > 0 } rule ? rule : DefaultRule,
        TextOf(query, "kpi") is { Length: > 0 } kpi ? kpi : DefaultKpi);

    string Query
    {
        get
        {
            var text = new StringBuilder();
            Add("period", Period);
            Add("category", Category is { } category ? ((int)category).ToString(CultureInfo.InvariantCulture) : "");
            Add("method", Method == RatioMethod.Annual ? "" : KebabCase.Of(Method));
            Add("rules", RulesOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
            Add("verdict", Verdict is { } verdict ? KebabCase.Of(verdict) : "");
            Add("city", City);
            Add("group", Group);
            Add("owner", Owner);
            Add("q", Text);
            Add("sort", Sort == ListSort.Verdict ? "" : KebabCase.Of(Sort));
            Add("page", Page == 1 ? "" : Page.ToString(CultureInfo.InvariantCulture));
            Add("tab", Tab == ComplianceTab.Facilities ? "" : KebabCase.Of(Tab));
            Add("line", Line?.ToString(CultureInfo.InvariantCulture) ?? "");
            Add("rule", Rule == DefaultRule ? "" : Rule);
            Add("kpi", Kpi == DefaultKpi ? "" : Kpi);
            return text.ToString();

            void Add(string name, string value)
            {
                if (value.Length > 0)
                    text.Append(text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }
    }

    static string TextOf(IQueryCollection query, string name) => query[name].ToString().Trim();

    static T? ChoiceOf<T>(IQueryCollection query, string name)
        where T : struct, Enum => KebabCase.TryParse<T>(TextOf(query, name), out var value) ? value : null;
}
