using System.Globalization;
using System.Text;
using DcOps.Domain.Csv;
using DcOps.Domain.Metering;
using DcOps.Domain.Units;

namespace DcOps.Domain.Statements;

/// <summary>Raw register readings and power samples as canonical tables: the ground that a figure stands on.</summary>
public static class ReadingCsv
{
    static readonly string[] ReadingColumns = ["meter", "at", "position", "serial", "reset_at", "restarted_at", "mean_w"];
    static readonly string[] SampleColumns = ["meter", "at", "w"];
    static readonly string[] WeatherColumns = ["day", "celsius"];

    public static string ReadingHeader => Line(ReadingColumns);

    public static string SampleHeader => Line(SampleColumns);

    /// <summary>Lines of one meter, without header.</summary>
    public static string Lines(string meter, IEnumerable<RegisterReading> readings)
    {
        var text = new StringBuilder();
        foreach (var reading in readings)
        {
            CsvText.AppendLine(
                text, meter, CanonicalText.Of(reading.At), CanonicalText.Of(reading.Position), reading.Serial ?? "",
                CanonicalText.Of(reading.ResetMarker), CanonicalText.Of(reading.RestartedAt), CanonicalText.Of(reading.MeanWatts));
        }

        return text.ToString();
    }

    public static string Lines(string meter, IEnumerable<PowerSample> samples)
    {
        var text = new StringBuilder();
        foreach (var sample in samples)
            CsvText.AppendLine(text, meter, CanonicalText.Of(sample.At), CanonicalText.Of(sample.Power.Watts));
        return text.ToString();
    }

    /// <summary>Readings that can be read, each with its line; what is missing or malformed is a fault.</summary>
    public static IEnumerable<(string Meter, RegisterReading Reading, int Line)> NumberedReadings(string file, string text, List<CsvFault> faults)
    {
        foreach (var row in CsvTable.Read(file, text, ReadingColumns, faults))
        {
            var (meter, _, _) = (row.Required("meter"), row.Required("at"), row.Required("position"));
            var (at, position) = (Instant(row, "at"), row.Parse<double>("position", "a number", CanonicalText.TryNumber));
            var reading = new RegisterReading(
                at ?? default, position ?? 0, row.TextOrNull("serial"), Instant(row, "reset_at"), Instant(row, "restarted_at"),
                row.Parse<double>("mean_w", "a number", CanonicalText.TryNumber));
            if (!row.IsFaulty)
                yield return (meter, reading, row.Line);
        }
    }

    public static IEnumerable<(string Meter, RegisterReading Reading)> Readings(string text, List<CsvFault> faults) =>
        CsvTable.Read(StatementNames.Readings, text, ReadingColumns, faults).Select(row => (
            row.Text("meter"),
            new RegisterReading(
                Instant(row, "at") ?? default, row.Parse<double>("position", "a number", CanonicalText.TryNumber) ?? 0,
                row.TextOrNull("serial"), Instant(row, "reset_at"), Instant(row, "restarted_at"),
                row.Parse<double>("mean_w", "a number", CanonicalText.TryNumber))));

    public static IEnumerable<(string Meter, PowerSample Sample)> Samples(string text, List<CsvFault> faults) =>
        CsvTable.Read(StatementNames.Samples, text, SampleColumns, faults).Select(row => (
            row.Text("meter"),
            new PowerSample(
                Instant(row, "at") ?? default, new Power(row.Parse<double>("w", "a number", CanonicalText.TryNumber) ?? 0))));

    /// <summary>Mean outdoor temperatures of local days, with header.</summary>
    public static string Weather(IEnumerable<KeyValuePair<DateOnly, double>> days)
    {
        var text = new StringBuilder(Line(WeatherColumns));
        foreach (var (day, celsius) in days)
            CsvText.AppendLine(text, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CanonicalText.Of(celsius));
        return text.ToString();
    }

    public static IEnumerable<(DateOnly Day, double Celsius)> Weather(string text, List<CsvFault> faults) =>
        CsvTable.Read(StatementNames.Weather, text, WeatherColumns, faults).Select(row => (
            row.Date("day") ?? default, row.Parse<double>("celsius", "a number", CanonicalText.TryNumber) ?? 0));

    static DateTimeOffset? Instant(CsvRow row, string column) =>
        row.Parse<DateTimeOffset>(column, "an instant like 2026-03-01T16:00:00.0000000Z", CanonicalText.TryInstant);

    static string Line(string[] cells)
    {
        var text = new StringBuilder();
        CsvText.AppendLine(text, cells);
        return text.ToString();
    }
}
