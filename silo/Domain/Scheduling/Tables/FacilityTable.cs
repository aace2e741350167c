using System.Globalization;
using DcOps.Domain.Csv;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Scheduling.Tables;

static class FacilityTable
{
    public static readonly string[] Columns =
    [
        "facility", "region", "status", "security-grade", "fixed-kw", "slope", "curvature-per-kw", "demand-cny-per-kw", "billed-peak-kw",
        "low-efficiency",
    ];

    /// <summary>By id, in the order of the table.</summary>
    public static OrderedDictionary<string, TabledFacility> Read(
        string text, IReadOnlyDictionary<string, TabledRegion> regions, List<CsvFault> faults)
    {
        var facilities = new OrderedDictionary<string, TabledFacility>(StringComparer.Ordinal);
        foreach (var row in CsvTable.Read(PlanTables.Facilities, text, Columns, faults))
        {
            row.Required("facility");
            row.Required("fixed-kw");
            row.Required("slope");
            var id = row.Parse<FacilityId>("facility", "a facility id like NJ-01", FacilityId.TryParse);
            var region = row.Needed("region", regions, "region");
            var status = row.Choice<OfferStatus>("status") ?? OfferStatus.Live;
            var grade = row.Count("security-grade") ?? 3;
            var (fixedKw, slope, curvature) = (row.NotNegative("fixed-kw"), row.NotNegative("slope"), row.NotNegative("curvature-per-kw"));
            var (demand, billed) = (row.NotNegative("demand-cny-per-kw"), row.NotNegative("billed-peak-kw"));
            var isLowEfficiency = row.Flag("low-efficiency");
            if (grade is < 1 or > 5)
                row.Refuse("security-grade", $"is {grade}; give 1 to 5.");
            if (slope < 1)
                row.Refuse("slope", "is below 1; a kilowatt of IT takes at least a kilowatt.");
            if (row.IsFaulty)
                continue;

            var offer = new FacilityOffer
            {
                Id = id!.Value,
                Region = region!.Index,
                Status = status,
                SecurityGrade = grade,
                Curve = new(fixedKw!.Value, slope!.Value, curvature ?? 0),
                BaseKw = [],
                LimitKw = [],
                Price = [],
                Carbon = [],
                DemandCharge = demand ?? 0,
                BilledPeakKw = billed ?? 0,
                IsLowEfficiency = isLowEfficiency,
            };
            if (!facilities.TryAdd(id.Value.Value, new(facilities.Count, row.Line, region.Region.Code, offer)))
                row.Refuse("facility", $"'{id}' is there twice; keep one.");
        }

        return facilities;
    }

    public static string[] Cells(PlanningInput input, FacilityOffer offer) =>
    [
        offer.Id.Value, input.Regions[offer.Region].Code, KebabCase.Of(offer.Status),
        offer.SecurityGrade.ToString(CultureInfo.InvariantCulture), PlanTablesWriter.Number(offer.Curve.FixedKw),
        PlanTablesWriter.Number(offer.Curve.Slope), PlanTablesWriter.Number(offer.Curve.Curvature),
        PlanTablesWriter.Number(offer.DemandCharge), PlanTablesWriter.Number(offer.BilledPeakKw), PlanTablesWriter.Flag(offer.IsLowEfficiency),
    ];
}
