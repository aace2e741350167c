using DcOps.Dashboard.Localization;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Wording;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Components.Alarms;

/// <summary>Sentences of alarms in the reader's language, and in both where a file serves every reader.</summary>
public sealed class AlarmTexts
{
    public AlarmWording Chinese { get; } = AlarmWording.Chinese(BusinessCalendar.Shanghai.Zone);

    public AlarmWording English { get; } = AlarmWording.English(BusinessCalendar.Shanghai.Zone);

    /// <summary>The sentence; a mark of "not known" where the alarm was never raised.</summary>
    public string Of(Wording words, AlarmText? text) =>
        text is null ? Wording.NoValue : (words.IsChinese ? Chinese : English).Of(text);
}
