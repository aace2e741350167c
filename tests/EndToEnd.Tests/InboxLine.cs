namespace DcOps.EndToEnd.Tests;

/// <summary>An incident as the product's inbox tells it to tools.</summary>
sealed record InboxLine(
    string Id, string Level, string State, string Place, string TitleZh, string TitleEn, string ReasonEn, int Racks, DateTimeOffset FirstAt,
    int Alarms, int Standing, bool IsFlapping);
