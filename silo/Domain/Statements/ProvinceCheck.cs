using DcOps.Domain.Csv;

namespace DcOps.Domain.Statements;

/// <summary>
/// Whether the province's figure is the sum of the facilities that it lists. Each facility's own bundle is checked apart, by the
/// digest that its line names.
/// </summary>
static class ProvinceCheck
{
    static readonly string[] TotalColumns =
    [
        "province", "period", "from", "to", "revision", "category", "e_dc_wh", "e_it_wh", "pue", "facilities_filed",
        "facilities_expected",
    ];

    static readonly string[] FacilityColumns =
    [
        "facility", "revision", "manifest_sha256", "category", "e_dc_wh", "e_it_wh", "pue", "completeness", "estimated_share", "grade",
    ];

    public static ImmutableArray<StatementFinding> Of(StatementManifest manifest, IReadOnlyDictionary<string, string> files)
    {
        var faults = new List<CsvFault>();
        var totals = CsvTable.Read(StatementNames.Figures, files[StatementNames.Figures], TotalColumns, faults);
        var rows = CsvTable.Read(StatementNames.Facilities, files[StatementNames.Facilities], FacilityColumns, faults);
        var filed = rows.FindAll(row => row.Text("revision").Length > 0);
        var sums = (Dc: Sum(filed, "e_dc_wh"), It: Sum(filed, "e_it_wh"));
        if (faults.Count == 0 && totals is not [_])
            faults.Add(new(StatementNames.Figures, 1, "", "has not one row."));
        if (faults.Count > 0)
            return [.. faults.Select(fault => new StatementFinding(fault.File, fault.ToString()))];

        var findings = ImmutableArray.CreateBuilder<StatementFinding>();
        var total = totals[0];
        if (Whole(total, "e_dc_wh") != sums.Dc || Whole(total, "e_it_wh") != sums.It
            || Whole(total, "facilities_filed") != filed.Count || Whole(total, "facilities_expected") != rows.Count
            || (sums.It > 0 && total.Text("pue") != CanonicalText.Of(Units.ExactRatio.Of(new(sums.Dc), new(sums.It)))))
            findings.Add(new(StatementNames.Figures, "is not the sum of the facilities that the bundle lists"));
        var chain = EvidenceChain.Empty.Add(ChainSubject.Figures, manifest.Scope, files[StatementNames.Facilities]);
        if (chain.Head.Hex != manifest.ChainHead)
            findings.Add(new(StatementNames.Facilities, "is not what the manifest's chain is over"));
        return findings.DrainToImmutable();
    }

    static long Sum(List<CsvRow> rows, string column) => rows.Sum(row => Whole(row, column));

    static long Whole(CsvRow row, string column) =>
        row.Parse<long>(column, "a whole number", CanonicalText.TryWhole) ?? 0;
}
