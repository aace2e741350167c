namespace DcOps.Upload.Payloads;

/// <summary>Slots that the templates of a platform's messages may have.</summary>
static class PayloadSlots
{
    static readonly string[] Common = ["enterprise", "device", "message", "now"];

    /// <summary>Of the data: those of the message, and in <c>$each</c> those of an item.</summary>
    public static IReadOnlySet<string> Data { get; } = Set(
        [.. Common, "items", "code", "span", "period", "value", "unit", "tce-factor", "input", "quality", "revision", "estimated"]);

    public static IReadOnlySet<string> Envelope { get; } = Set([.. Common, "payload", "mac", "signature"]);

    public static IReadOnlySet<string> Enterprise { get; } = Set(Common);

    public static IReadOnlySet<string> Meters { get; } = Set([.. Common, "meters", "meter", "code", "unit", "tce-factor"]);

    public static ImmutableArray<string> Spans { get; } = ["quarter", "day", "month"];

    static HashSet<string> Set(string[] slots) => new(slots, StringComparer.Ordinal);
}
