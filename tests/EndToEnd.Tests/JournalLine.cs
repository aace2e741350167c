namespace DcOps.EndToEnd.Tests;

/// <summary>An entry as the product's journal of alarms tells it.</summary>
/// <param name="Entry">Id of the entry.</param>
/// <param name="Alarm">Id of the alarm's occurrence.</param>
sealed record JournalLine(string Entry, string Event, string Alarm, string Place, string Point, string Rule, string At);
