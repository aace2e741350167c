using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Localization;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Statements;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Components;

namespace DcOps.Dashboard.Pages.Reports;

/// <summary>One filed statement: what it froze, what came after it, and every file that it is made of.</summary>
public sealed partial class ReportPage(IEnergyLedger ledger)
{
    [Parameter]
    public string Id { get; set; } = "";

    /// <summary>Whether the figures are to be made again from the readings that were filed.</summary>
    [SupplyParameterFromQuery]
    public string? Check { get; set; }

    FiledStatement? Statement { get; set; }

    StatementContents? Contents { get; set; }

    /// <summary>All revisions of the period; null for the province's statement.</summary>
    ClosedPeriod? Closed { get; set; }

    int? Newest => Closed?.Current.Number;

    /// <summary>Which revisions of the period were filed.</summary>
    ImmutableArray<int> FiledRevisions { get; set; } = [];

    ImmutableArray<StatementFinding>? Findings { get; set; }

    protected override async Task OnInitializedAsync()
    {
        await AskAsync(ReadAsync);
        if (!IsAway && Statement is null)
            Context.AnswerNotFound();
    }

    async Task ReadAsync(CancellationToken aborted)
    {
        Statement = await ledger.StatementAsync(Id, aborted);
        if (Statement is not { } filed)
            return;

        Contents = StatementContents.Of(await ledger.FilesAsync(Id, aborted));
        FiledRevisions =
        [
            .. (await ledger.StatementsAsync(filed.Scope, aborted))
                .Where(each => each.Kind == filed.Kind && each.Period == filed.Period).Select(each => each.Revision),
        ];
        if (Contents.Facilities.IsEmpty && FacilityId.TryParse(filed.Scope, out var facility))
        {
            Closed = (await ledger.ClosedAsync(facility, filed.Kind, filed.Period, aborted)).FirstOrDefault(each => each.Period == filed.Period);
            if (Check is not null)
                Findings = await ledger.VerifyAsync(Id, aborted);
        }
    }

    string GradeOf(StatementLine line) =>
        KebabCase.TryParse<EvidenceGrade>(line["grade"], out var grade) ? Words.Grade(grade) : line["grade"];
}
