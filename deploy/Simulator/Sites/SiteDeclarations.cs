using DcOps.Domain.Rules;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Sites;

/// <summary>What the sites of a played province would have declared to the authority, as the table that the ledger reads.</summary>
public static class SiteDeclarations
{
    public const string File = "facilities.csv";

    // A standard rack is 2.5 kW of IT equipment (the rule that the ledger's own figure follows).
    const double KilowattsOfStandardRack = 2.5;
    const double NewUpToYears = 4;

    // Of the layout of two cores, three zones and four bases, only the cores are known by name.
    static readonly string[] Cores = ["NJ", "SZ"];

    // The day on which the ages of the sites are counted.
    static readonly DateOnly AgesOn = new(2026, 1, 1);

    public static string Table(ProvincePlan plan) => DeclarationCsv.Write(plan.Facilities.Select(Of));

    public static FacilityDeclaration Of(FacilityPlan facility)
    {
        var city = facility.City.City.Code.Value;
        return new(
            facility.Id,
            new(
                "CN-JS", Zones: [], Math.Round(facility.ItCapacity.Kilowatts / KilowattsOfStandardRack),
                facility.Age.Years <= NewUpToYears ? ProjectKind.New : ProjectKind.Existing,
                AgesOn.AddDays(-(int)(facility.Age.Years * 365.25)),
                facility.Kind == SiteKind.AiTraining ? CoolingKind.Mixed : CoolingKind.Air,
                HasOwnDistribution: true, IsColdRegion: false, SectorOf(facility.Kind), DesignRatio: null),
            OwnerOf(facility.Kind),
            Cores.Contains(city, StringComparer.Ordinal) ? ["dual-core"] : [],
            IsConvertible: null);
    }

    static string? SectorOf(SiteKind kind) => kind switch
    {
        SiteKind.Finance => "finance",
        SiteKind.Government => "public",
        _ => null,
    };

    static string OwnerOf(SiteKind kind) => kind switch
    {
        SiteKind.Finance => "银行",
        SiteKind.Government => "政务云",
        SiteKind.AiTraining => "智算",
        SiteKind.Edge => "边缘",
        _ => "云服务商",
    };
}
