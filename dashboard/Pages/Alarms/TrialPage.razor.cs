using System.Globalization;
using DcOps.Contracts.Alarms;
using DcOps.Dashboard.Localization;
using DcOps.Domain.History;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>How often a rule would have fired over the last days: asked of history, before the rule is in force. Changes nothing.</summary>
public sealed partial class TrialPage(IAlarmDesk desk, TimeProvider time, Wording words)
{
    const int Shown = 60;
    const int LongestDays = 92;
    const int UsualDays = 30;

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    /// <summary>Id of a rule in force that the form begins with.</summary>
    [SupplyParameterFromQuery(Name = "rule")]
    public string? AskedRule { get; set; }

    [SupplyParameterFromQuery]
    public string? Where { get; set; }

    [SupplyParameterFromForm(FormName = "try-rule")]
    TrialForm? Trial { get; set; }

    string Asked { get; set; } = "";

    string? Refusal { get; set; }

    TimeSpan Period { get; set; }

    ImmutableArray<RuleTrial>? Runs { get; set; }

    CancellationToken Aborted => Context?.RequestAborted ?? CancellationToken.None;

    protected override async Task OnInitializedAsync()
    {
        var rules = await desk.RulesAsync(Aborted);
        Asked = RuleText.Of(rules.FirstOrDefault(rule => rule.Id == AskedRule) ?? rules.FirstOrDefault(RuleText.CanBeTried));
    }

    async Task TryAsync()
    {
        var days = int.TryParse(Trial?.Days, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, LongestDays) : UsualDays;
        Period = TimeSpan.FromDays(days);
        var to = time.GetUtcNow();
        try
        {
            Runs = await desk.TryAsync(Trial?.Rule ?? "", Trial?.Where?.Trim() ?? "", to - Period, to, Aborted);
            if (Runs is { IsEmpty: true })
                Refusal = Words["Alarms.TryNothing"];
        }
        catch (FormatException fault)
        {
            Refusal = fault.Message;
        }
        catch (HistoryUnavailableException)
        {
            Refusal = Words["Alarms.TryAway"];
        }
    }

    string Long(TimeSpan duration) => duration >= TimeSpan.FromHours(2) ? $"{words.Number(duration.TotalHours, 1)} h" : $"{words.Number(duration.TotalMinutes, 0)} min";
}
