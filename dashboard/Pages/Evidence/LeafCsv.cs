using System.Globalization;
using System.Text;
using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Pages.Compliance;
using DcOps.Domain.Csv;
using DcOps.Domain.Telemetry;

namespace DcOps.Dashboard.Pages.Evidence;

/// <summary>The leaves of a figure's tree as a table, in the order of the page.</summary>
public static class LeafCsv
{
    static readonly string[] Columns =
    [
        "facility", "period", "role", "meter", "counts_in_role", "parent", "serial", "energy_wh", "estimated_wh", "first_at_utc",
        "first_position", "last_at_utc", "last_position", "multiplier", "accuracy_percent", "calibrated_on", "calibration_due_on",
        "calibration_held", "intervals_measured", "intervals_interpolated", "intervals_calculated", "intervals_estimated", "intervals_missing",
        "corrections", "snapshot_utc",
    ];

    public static string Of(FacilityEvidence evidence)
    {
        var text = new StringBuilder();
        CsvText.AppendLine(text, Columns);
        foreach (var group in LeafGroup.Of(evidence))
        {
            foreach (var (leaf, _, counts) in group.Leaves)
            {
                var entry = leaf.Entry;
                CsvText.AppendLine(
                    text,
                    [
                        evidence.Facility.Id.Value, evidence.Period.Text, KebabCase.Of(group.Role), ComplianceCsv.Words(entry.Meter),
                        counts ? "yes" : "no", ComplianceCsv.Words(entry.Parent), ComplianceCsv.Words(entry.Serial),
                        Whole(leaf.Energy.WattHours), Whole(leaf.Estimated.WattHours), Instant(leaf.First?.At), Number(leaf.First?.Position),
                        Instant(leaf.Last?.At), Number(leaf.Last?.Position), Number(entry.Multiplier), Number(entry.AccuracyPercent),
                        Day(entry.CalibratedOn), Day(entry.CalibrationDueOn),
                        leaf.IsCalibrated switch { true => "yes", false => "no", null => "" },
                        .. leaf.Intervals.Select(count => Whole(count)),
                        string.Join(' ', leaf.Corrections.Select(correction => correction.Id)), Instant(evidence.At),
                    ]);
            }
        }

        return text.ToString();
    }

    static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    static string Instant(DateTimeOffset? at) => at?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? "";

    static string Day(DateOnly? day) => day is { } known ? ComplianceText.Date(known) : "";
}
