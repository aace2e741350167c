using System.Globalization;
using DcOps.Domain.Csv;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Green;

/// <summary>Cells that the dated tables share.</summary>
static class GreenCells
{
    /// <summary>Null with a fault when the cell names no facility of the inventory.</summary>
    public static FacilityId? Facility(CsvRow row, Inventory inventory)
    {
        row.Required("facility");
        if (row.Parse<FacilityId>("facility", "a facility id like NJ-01", FacilityId.TryParse) is not { } facility)
            return null;
        if (inventory.TryGet(facility, out _))
            return facility;

        row.Refuse("facility", $"is '{facility}', which the inventory does not have; remove the row or declare the facility.");
        return null;
    }

    public static DateOnly? RequiredDate(CsvRow row, string column)
    {
        row.Required(column);
        return row.Date(column);
    }

    /// <summary>A number of zero or more; null with a fault when it is not.</summary>
    public static decimal? Amount(CsvRow row, string column)
    {
        row.Required(column);
        return row.Parse<decimal>(column, "a number of zero or more, with a point", (string text, out decimal value) =>
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value >= 0);
    }

    /// <summary>Kilowatt-hours of zero or more, to the watt-hour; null with a fault when it is not.</summary>
    public static Energy? Energy(CsvRow row, string column) => Amount(row, column) is { } amount ? Units.Energy.FromKilowattHours(amount) : null;

    public static int? Count(CsvRow row, string column)
    {
        row.Required(column);
        return row.Parse<int>(column, "a whole number of zero or more", (string text, out int value) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value));
    }

    /// <summary>Both days of a run; the last is the first no longer.</summary>
    public static (DateOnly From, DateOnly To)? Run(CsvRow row)
    {
        if (RequiredDate(row, "from") is not { } from || RequiredDate(row, "to") is not { } to)
            return null;
        if (to > from)
            return (from, to);

        row.Refuse("to", $"is {to:yyyy-MM-dd}, not after {from:yyyy-MM-dd}; write the first day that no longer counts.");
        return null;
    }
}
