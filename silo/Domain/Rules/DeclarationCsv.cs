using System.Globalization;
using DcOps.Domain.Csv;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Rules;

/// <summary>What is declared of facilities, as a table: one row per facility, empty cells are not known.</summary>
public static class DeclarationCsv
{
    const char Separator = ';';

    public static ImmutableArray<string> Columns { get; } =
    [
        "facility", "standard_racks", "project", "commissioned_on", "cooling", "own_distribution", "cold_region", "sector", "design_ratio",
        "zones", "owner", "groups", "convertible",
    ];

    /// <summary>Declarations by facility, or null with every fault by file, line and column.</summary>
    /// <param name="region">Of the province, as in <c>CN-JS</c>.</param>
    public static Dictionary<FacilityId, FacilityDeclaration>? Read(
        string file, string text, Inventory inventory, string region, out ImmutableArray<CsvFault> faults)
    {
        var found = new List<CsvFault>();
        var declared = new Dictionary<FacilityId, FacilityDeclaration>();
        foreach (var row in CsvTable.Read(file, text, Columns, found))
        {
            if (Declaration(row, region) is not { } declaration)
                continue;
            if (!inventory.TryGet(declaration.Facility, out _))
                row.Refuse("facility", $"is '{declaration.Facility}', which the inventory does not have; remove the row or declare the facility.");
            else if (!declared.TryAdd(declaration.Facility, declaration))
                row.Refuse("facility", $"declares {declaration.Facility} again; keep one row.");
        }

        faults = [.. found.OrderBy(fault => fault.Line)];
        return faults.IsEmpty ? declared : null;
    }

    public static string Write(IEnumerable<FacilityDeclaration> declarations)
    {
        var text = new System.Text.StringBuilder();
        CsvText.AppendLine(text, Columns.AsSpan());
        foreach (var each in declarations)
        {
            var profile = each.Profile;
            CsvText.AppendLine(
                text, each.Facility.Value, profile.StandardRacks?.ToString("R", CultureInfo.InvariantCulture) ?? "",
                profile.Project is { } project ? Telemetry.KebabCase.Of(project) : "",
                profile.CommissionedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
                profile.Cooling is { } cooling ? Telemetry.KebabCase.Of(cooling) : "", Text(profile.HasOwnDistribution),
                Text(profile.IsColdRegion), profile.Sector ?? "", profile.DesignRatio?.ToString(CultureInfo.InvariantCulture) ?? "",
                string.Join(Separator, profile.Zones), each.Owner ?? "", string.Join(Separator, each.Groups), Text(each.IsConvertible));
        }

        return text.ToString();
    }

    static FacilityDeclaration? Declaration(CsvRow row, string region)
    {
        row.Required("facility");
        var facility = row.Parse<FacilityId>("facility", "a facility id like NJ-01", FacilityId.TryParse);
        var profile = new FacilityProfile(
            region, List(row, "zones"), row.Positive("standard_racks"), row.Choice<ProjectKind>("project"), row.Date("commissioned_on"),
            row.Choice<CoolingKind>("cooling"), YesOrNo(row, "own_distribution"), YesOrNo(row, "cold_region"), row.TextOrNull("sector"),
            row.Parse<decimal>("design_ratio", "a ratio from 1 like 1.25", (string text, out decimal value) =>
                decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value >= 1));
        var declaration = (Owner: row.TextOrNull("owner"), Groups: List(row, "groups"), IsConvertible: YesOrNo(row, "convertible"));
        return row.IsFaulty ? null : new(facility!.Value, profile, declaration.Owner, declaration.Groups, declaration.IsConvertible);
    }

    static ImmutableArray<string> List(CsvRow row, string column) =>
        [.. row.Text(column).Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    static bool? YesOrNo(CsvRow row, string column) => row.Parse<bool>(column, "yes or no, or nothing", (string text, out bool value) =>
    {
        value = text == "yes";
        return text is "yes" or "no";
    });

    static string Text(bool? flag) => flag switch { true => "yes", false => "no", null => "" };
}
