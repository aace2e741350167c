using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Localization;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Components;

namespace DcOps.Dashboard.Pages.Corrections;

/// <summary>An operator proposes a correction. Nothing changes by it until a regulator accepts.</summary>
public sealed partial class NewCorrectionPage(IEnergyLedger ledger, Inventory inventory, NavigationManager navigation)
{
    [SupplyParameterFromQuery]
    public string? Facility { get; set; }

    [SupplyParameterFromQuery]
    public string? Meter { get; set; }

    [SupplyParameterFromForm(FormName = "propose")]
    ProposalForm? Form { get; set; }

    /// <summary>What the fields show: what was sent, or what the address begins with.</summary>
    ProposalForm Given => Form ?? new() { Facility = Facility, Meter = Meter };

    string? Refusal { get; set; }

    Task ProposeAsync() => AskAsync(async aborted =>
    {
        var (claim, fault) = Given.ToClaim();
        if (claim is null)
        {
            Refusal = Words[fault!];
            return;
        }

        if (!inventory.TryGet(claim.Facility, out _))
        {
            Refusal = Words["Filing.NoFacility", claim.Facility];
            return;
        }

        if (string.IsNullOrWhiteSpace(Given.Name) || Given.ActorRole is not { } role)
        {
            Refusal = Words["Form.NameMissing"];
            return;
        }

        var evidence = await EvidenceDigests.OfAsync(Context?.Request.Form.Files.GetFiles("evidence") ?? [], aborted);
        var answer = await ledger.ProposeAsync(claim, evidence, new(Given.Name.Trim(), role), Given.Reason ?? "", aborted);
        if (answer is CorrectionAnswer.Done done)
            navigation.NavigateTo($"/corrections/{done.Correction.Id}");
        else if (answer is CorrectionAnswer.Refused refused)
            Refusal = Words.Reason(refused.Reason);
    });
}
