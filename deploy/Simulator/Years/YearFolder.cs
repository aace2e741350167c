using System.Globalization;
using System.Text;
using DcOps.Domain.Csv;
using DcOps.Domain.Metering;
using DcOps.Domain.Statements;
using DcOps.Domain.Telemetry;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Sites;

namespace DcOps.Simulator.Years;

/// <summary>A played province's year as files: the readings to import, and what to compare the ledger with.</summary>
public sealed class YearFolder(string folder)
{
    public const string Truth = "truth.csv";
    public const string Faults = "faults.csv";
    public const string Site = "site.json";

    readonly Lock _gate = new();
    readonly List<FacilityYear> _years = [];

    /// <summary>Writes a site's readings and weather; what is of the province waits for <see cref="Finish"/>.</summary>
    /// <returns>Number of readings written.</returns>
    public int Add(FacilityYear year)
    {
        var own = Path.Combine(folder, year.Plan.Id.Value);
        Directory.CreateDirectory(own);
        using (var readings = new StreamWriter(Path.Combine(own, StatementNames.Readings)) { NewLine = "\n" })
        {
            readings.Write(ReadingCsv.ReadingHeader);
            foreach (var meter in year.Meters)
                readings.Write(ReadingCsv.Lines(meter.Entry.Meter, meter.Arrived));
        }

        File.WriteAllText(
            Path.Combine(own, StatementNames.Weather),
            ReadingCsv.Weather(year.Days.Select(day => KeyValuePair.Create(day.Day, day.Celsius))));
        lock (_gate)
            _years.Add(year);

        return year.Meters.Sum(meter => meter.Arrived.Count);
    }

    /// <summary>
    /// Writes what is of the whole province: a configuration with declarations and the meters' registry, the truth and the faults.
    /// </summary>
    public void Finish(ProvincePlan plan)
    {
        var site = Path.Combine(folder, Site);
        SiteFile.WriteBeside(site, SiteDeclarations.File, SiteDeclarations.Table(plan));
        SiteFile.Write(site, SiteDocument.WithoutDevices(plan, SiteMeters.File));
        _years.Sort((one, other) => string.CompareOrdinal(one.Plan.Id.Value, other.Plan.Id.Value));
        var (truth, faults) = (new StringBuilder("facility,day,e_dc_wh,e_it_wh,celsius\n"), new StringBuilder("facility,meter,kind,from,to\n"));
        foreach (var day in _years.SelectMany(year => year.Days))
            CsvText.AppendLine(truth, day.Facility.Value, Text(day.Day), Text(day.FacilityWattHours), Text(day.ItWattHours), Text(day.Celsius));
        foreach (var fault in _years.SelectMany(year => year.Meters).SelectMany(meter => meter.Faults))
            CsvText.AppendLine(faults, fault.Facility.Value, fault.Meter, KebabCase.Of(fault.Kind), Text(fault.From), Text(fault.To));

        File.WriteAllText(
            Path.Combine(folder, SiteMeters.File), MeterCsv.Write(new(_years.SelectMany(year => year.Meters).Select(meter => meter.Entry))));
        File.WriteAllText(Path.Combine(folder, Truth), truth.ToString());
        File.WriteAllText(Path.Combine(folder, Faults), faults.ToString());
    }

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
