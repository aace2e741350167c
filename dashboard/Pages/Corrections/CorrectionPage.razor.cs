using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Localization;
using DcOps.Domain.Ledger;
using DcOps.Domain.Statements;
using Microsoft.AspNetCore.Components;

namespace DcOps.Dashboard.Pages.Corrections;

/// <summary>One correction: what it asks, what it would change, who has said what about it, and the form to answer it.</summary>
public sealed partial class CorrectionPage(IEnergyLedger ledger, NavigationManager navigation)
{
    static readonly CorrectionState[] Answers = [CorrectionState.Accepted, CorrectionState.Rejected, CorrectionState.Withdrawn];

    [Parameter]
    public string Id { get; set; } = "";

    [SupplyParameterFromForm(FormName = "decide")]
    DecisionForm? Form { get; set; }

    Correction? Correction { get; set; }

    /// <summary>What accepting changes in closed periods; what it has changed once it was accepted.</summary>
    ImmutableArray<RevisionChange> Effect { get; set; } = [];

    string? Refusal { get; set; }

    protected override async Task OnInitializedAsync()
    {
        await AskAsync(async aborted =>
        {
            Correction = (await ledger.CorrectionsAsync(null, null, aborted)).FirstOrDefault(each => each.Id == Id);
            if (Correction is not null)
                Effect = await ledger.PreviewAsync(Id, aborted);
        });
        if (!IsAway && Correction is null)
            Context.AnswerNotFound();
    }

    Task DecideAsync() => AskAsync(async aborted =>
    {
        if (Form?.State is not { } decision)
        {
            Refusal = Words["Decision.None"];
            return;
        }

        if (string.IsNullOrWhiteSpace(Form.Name) || Form.ActorRole is not { } role)
        {
            Refusal = Words["Form.NameMissing"];
            return;
        }

        var answer = await ledger.AnswerAsync(Id, decision, new(Form.Name.Trim(), role), Form.Note ?? "", aborted);
        if (answer is CorrectionAnswer.Refused refused)
            Refusal = Words.Reason(refused.Reason);
        else
            navigation.NavigateTo($"/corrections/{Id}");
    });
}
