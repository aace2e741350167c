using System.Globalization;
using DcOps.Domain.Telemetry;

namespace DcOps.Dashboard.Live.Sheets;

/// <summary>A point's value, age and quality: none is shown without the others.</summary>
static class ReadingCells
{
    public static Sheet PutReading(this Sheet sheet, Reading reading)
    {
        var state = reading.Quality switch
        {
            ReadingQuality.Bad => "missing",
            ReadingQuality.Uncertain => "stale",
            _ => "",
        };
        return sheet
            .Put($"{reading.Point}", sheet.Wording.Value(reading), reading.Value?.ToString("R", CultureInfo.InvariantCulture), state)
            .PutAge($"{reading.Point}-age", reading.ObservedAt)
            .Put($"{reading.Point}-quality", sheet.Wording.Quality(reading.Quality), KebabCase.Of(reading.Quality), state);
    }
}
