using System.Globalization;
using DcOps.Domain.Alarms;

namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>Deeds of a form as commands.</summary>
static class AlarmDeeds
{
    const double UsualHours = 8;

    /// <summary>Null with a key of the text that says what is missing.</summary>
    public static (AlarmCommand? Command, string? Missing) CommandOf(AlarmDeed deed, ActForm form, DateTimeOffset now)
    {
        var text = string.IsNullOrWhiteSpace(form.Text) ? null : form.Text.Trim();
        var hours = Hours(form.Hours);
        return deed switch
        {
            AlarmDeed.Acknowledge => (new AlarmCommand.Acknowledge(hours is { } more ? now.AddHours(more) : null, text), null),
            AlarmDeed.Assign => (new AlarmCommand.Assign(string.IsNullOrWhiteSpace(form.Owner) ? null : form.Owner.Trim()), null),
            AlarmDeed.Unshelve => (new AlarmCommand.Unshelve(), null),
            AlarmDeed.Reset => (new AlarmCommand.Reset(text), null),
            AlarmDeed.ReturnToService => (new AlarmCommand.ReturnToService(text), null),
            _ when text is null => (null, "Alarms.TextMissing"),
            AlarmDeed.Comment => (new AlarmCommand.Remark(text), null),
            AlarmDeed.RemoveFromService => (new AlarmCommand.RemoveFromService(text), null),
            _ => (new AlarmCommand.Shelve(text, now.AddHours(hours ?? UsualHours), string.IsNullOrWhiteSpace(form.ApprovedBy) ? null : form.ApprovedBy.Trim()), null),
        };
    }

    static double? Hours(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours > 0 ? hours : null;
}
