using System.Globalization;
using System.Text;
using DcOps.Domain.Csv;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Metering;

/// <summary>The meter registry as a table: what is written is read back to the same, byte for byte.</summary>
public static class MeterCsv
{
    const string DeviceForm = "a device name: small letters, digits and hyphens";

    /// <summary>The registry of a table, or null with every fault by file, line and column.</summary>
    public static MeterRegistry? Read(string file, string text, out ImmutableArray<CsvFault> faults)
    {
        var found = new List<CsvFault>();
        return Read(CsvTable.Read(file, text, MeterColumns.All, found), found, out faults);
    }

    /// <summary>The registry of rows, however they were written down, or null with every fault.</summary>
    /// <param name="found">What was wrong before; the rows write theirs into it.</param>
    public static MeterRegistry? Read(IEnumerable<CsvRow> rows, List<CsvFault> found, out ImmutableArray<CsvFault> faults)
    {
        var entries = new List<(RegisteredMeter Entry, CsvRow Row)>();
        foreach (var row in rows)
        {
            if (Entry(row) is { } entry)
                entries.Add((entry, row));
        }

        // What rows say together is judged only when each says something.
        if (found.Count == 0)
        {
            foreach (var fault in MeterRegistryCheck.Faults([.. entries.Select(entry => entry.Entry)]))
                entries[fault.Entry].Row.Refuse(fault.Column, fault.Reason);
        }

        faults = [.. found.OrderBy(fault => fault.Line)];
        return faults.IsEmpty ? new(entries.Select(entry => entry.Entry)) : null;
    }

    public static string Write(MeterRegistry registry)
    {
        var text = new StringBuilder();
        CsvText.AppendLine(text, MeterColumns.All.AsSpan());
        foreach (var entry in registry.Entries)
            CsvText.AppendLine(text, Cells(entry));
        return text.ToString();
    }

    /// <summary>The cells of an entry, in the order of <see cref="MeterColumns.All"/>.</summary>
    public static string[] Cells(RegisteredMeter entry) =>
    [
        entry.Facility.Value, entry.Meter, KebabCase.Of(entry.Role), KebabCase.Of(entry.Carrier), entry.Parent ?? "",
        entry.Current?.Plate ?? "", Number(entry.Current?.AccuracyPercent), entry.Voltage?.Plate ?? "",
        Number(entry.Voltage?.AccuracyPercent), ((decimal)entry.RatedWatts / 1_000).ToString(CultureInfo.InvariantCulture),
        Number(entry.ResolutionWattHours),
        Number(entry.ModulusWattHours), Number(entry.AccuracyPercent), Day(entry.CalibratedOn), Day(entry.CalibrationDueOn),
        entry.Serial ?? "", entry.IsVolatile ? "yes" : "no", Day(entry.ValidFrom), Day(entry.ValidTo),
    ];

    static RegisteredMeter? Entry(CsvRow row)
    {
        row.Required(MeterColumns.Facility);
        var facility = row.Parse<FacilityId>(MeterColumns.Facility, "a facility id like NJ-01", FacilityId.TryParse);
        var meter = Device(row, MeterColumns.Meter, row.Required(MeterColumns.Meter));
        row.Required(MeterColumns.Role);
        row.Required(MeterColumns.ValidFrom);
        row.Required(MeterColumns.Rated);
        row.Required(MeterColumns.Resolution);
        var (role, carrier) = (row.Choice<MeterRole>(MeterColumns.Role), row.Choice<MeterCarrier>(MeterColumns.Carrier));
        var (rated, resolution) = (row.Positive(MeterColumns.Rated), row.Positive(MeterColumns.Resolution));
        var parent = row.TextOrNull(MeterColumns.Parent) is { } above ? Device(row, MeterColumns.Parent, above) : null;
        var current = Transformer(row, MeterColumns.Ct, MeterColumns.CtClass);
        var voltage = Transformer(row, MeterColumns.Pt, MeterColumns.PtClass);
        var (modulus, accuracy) = (row.Positive(MeterColumns.Modulus), row.Positive(MeterColumns.Accuracy));
        var (calibrated, due) = (row.Date(MeterColumns.CalibratedOn), row.Date(MeterColumns.CalibrationDueOn));
        var (from, to) = (row.Date(MeterColumns.ValidFrom), row.Date(MeterColumns.ValidTo));
        var isVolatile = row.Flag(MeterColumns.Volatile);
        return row.IsFaulty
            ? null
            : new(
                facility!.Value, meter, role!.Value, carrier ?? MeterCarrier.Electricity, parent, current, voltage,
                (double)((decimal)rated!.Value * 1_000), resolution!.Value, modulus, accuracy, calibrated, due, row.TextOrNull(MeterColumns.Serial),
                isVolatile, from!.Value, to);
    }

    static string Device(CsvRow row, string column, string name)
    {
        if (name.Length > 40 || name.Any(letter => !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '-'))
            row.Refuse(column, $"is '{name}'; write {DeviceForm}.");
        return name;
    }

    static TransformerClass? Transformer(CsvRow row, string plate, string accuracy)
    {
        var percent = row.Positive(accuracy);
        var transformer = row.Parse<TransformerClass>(plate, "primary and secondary like 400/5", TransformerClass.TryParse);
        if (percent is not null && transformer is null && !row.IsFaulty)
            row.Refuse(accuracy, $"is given without '{plate}'; fill both or neither.");
        return transformer is { } some ? some with { AccuracyPercent = percent } : null;
    }

    static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
