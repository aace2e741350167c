using System.Text.Json.Serialization;

namespace DcOps.EndToEnd.Tests;

/// <summary>An incident as the product's inbox tells it.</summary>
sealed record InboxLine(
    string Incident, string Place, string State, string Priority, int Alarms, int Standing, int Racks, bool IsFlapping, DateTimeOffset FirstAt,
    string Title, string Reason, [property: JsonPropertyName("chineseReason")] string ChineseReason);
