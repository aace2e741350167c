using System.Globalization;
using DcOps.Dashboard.Localization;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Live.Past;

/// <summary>The instant that a page shows: now, or the past minute of <c>at=</c> in its address, in Beijing's time where none is stated.</summary>
public sealed class PageTime
{
    /// <summary>Key of the query.</summary>
    public const string Key = "at";

    const string Form = "yyyy-MM-ddTHH:mm";

    readonly TimeProvider _time;

    public PageTime(IHttpContextAccessor http, TimeProvider time)
    {
        _time = time;
        var text = http.HttpContext?.Request.Query[Key].ToString();
        if (string.IsNullOrEmpty(text))
            return;

        At = Parse(text) is { } at && at <= time.GetUtcNow() ? at : null;
        IsFaulty = At is null;
    }

    /// <summary>Start of the minute shown, UTC; null for now.</summary>
    public DateTimeOffset? At { get; }

    /// <summary>Whether the address names an instant that is none, or one to come; the page then shows now and says so.</summary>
    public bool IsFaulty { get; }

    /// <summary>End of what is shown.</summary>
    public DateTimeOffset Now => At ?? _time.GetUtcNow();

    /// <summary>As the address has it.</summary>
    public static string Text(DateTimeOffset at) => at.ToOffset(Wording.BusinessOffset).ToString(Form, CultureInfo.InvariantCulture);

    static DateTimeOffset? Parse(string text)
    {
        if (!DateTime.TryParseExact(text, [Form, "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var stated) ? Minute(stated) : null;

        return Minute(new(local, Wording.BusinessOffset));
    }

    static DateTimeOffset Minute(DateTimeOffset at) => new(at.UtcTicks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);
}
