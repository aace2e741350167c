using DcOps.Domain.Topology;

namespace DcOps.Domain.Metering;

/// <summary>Which meter the registry says stood at a place, for readings that do not say it themselves.</summary>
public static class RegisteredSerial
{
    /// <param name="entries">Of one meter, by first day; a single one speaks for every day.</param>
    /// <returns>Null where nobody wrote it down.</returns>
    public static string? At(IReadOnlyList<RegisteredMeter> entries, DateTimeOffset at, BusinessCalendar calendar)
    {
        if (entries.Count == 1)
            return entries[0].Serial;

        var day = calendar.LocalDate(at);
        foreach (var entry in entries)
        {
            if (entry.IsValid(day))
                return entry.Serial;
        }

        return null;
    }
}
