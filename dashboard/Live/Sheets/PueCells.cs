using System.Globalization;
using DcOps.Dashboard.Localization;
using DcOps.Domain.Kpis;

namespace DcOps.Dashboard.Live.Sheets;

/// <summary>A PUE never stands alone: its category, period, completeness, estimated share and grade go with it.</summary>
static class PueCells
{
    public static Sheet PutPue(this Sheet sheet, string key, PueFigure? figure)
    {
        var shown = figure?.Grade == EvidenceGrade.Insufficient ? null : figure?.Value;
        sheet.Put(key, sheet.Wording.Ratio(shown, 4), figure?.Value?.Value.ToString("R", CultureInfo.InvariantCulture));
        if (figure is null)
            return sheet.Put($"{key}-scope", sheet.Wording["Pue.None"], "none");

        var wording = sheet.Wording;
        var scope = wording[
            "Pue.Scope",
            (int)figure.Category,
            Wording.Clock(figure.From)[..5],
            Wording.Clock(figure.To)[..5],
            wording.Percent(figure.Completeness),
            wording.Percent(figure.EstimatedShare),
            wording[$"Grade.{figure.Grade}"]];
        return sheet.Put($"{key}-scope", scope, KebabCaseOf(figure.Grade), figure.Grade == EvidenceGrade.Insufficient ? "stale" : "")
            .Put($"{key}-facility-energy", figure.FacilityEnergy)
            .Put($"{key}-it-energy", figure.ItEnergy)
            .Put($"{key}-from", Wording.Moment(figure.From), figure.From.ToString("O", CultureInfo.InvariantCulture))
            .Put($"{key}-to", Wording.Moment(figure.To), figure.To.ToString("O", CultureInfo.InvariantCulture));
    }

    static string KebabCaseOf(EvidenceGrade grade) => Domain.Telemetry.KebabCase.Of(grade);
}
