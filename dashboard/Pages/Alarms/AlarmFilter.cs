using DcOps.Domain.Alarms;
using DcOps.Domain.Telemetry;

namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>
/// A filter as one line: conditions divided by blanks, all of which must hold. <c>sev&gt;=2</c> or <c>level:major</c>, <c>city:SZ</c>,
/// <c>site:SZ-01/R01</c>, <c>state:unacknowledged</c> (several by commas), <c>owner:Li</c>, <c>owner:me</c>, <c>owner:-</c>, <c>rule:leak</c>;
/// anything else is a word to look for.
/// </summary>
/// <param name="AtLeast">Levels as the page numbers them: 1 is the most urgent, and <c>sev&gt;=2</c> is at least as urgent as level 2.</param>
/// <param name="Owner">The empty text asks for what nobody has; null asks nothing.</param>
/// <param name="Faults">Conditions that were not understood, as they were written; they narrow nothing.</param>
sealed record AlarmFilter(
    AlarmPriority? AtLeast, string? City, string? Where, ImmutableArray<AlarmState> States, string? Owner, bool IsMine, string? Rule, string? Words,
    ImmutableArray<string> Faults)
{
    public static AlarmFilter None { get; } = new(null, null, null, [], null, false, null, null, []);

    public static AlarmFilter Parse(string? text)
    {
        var filter = None;
        foreach (var part in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            filter = filter.With(part) ?? filter with { Faults = filter.Faults.Add(part) };
        return filter;
    }

    AlarmFilter? With(string part)
    {
        if (part.StartsWith("sev", StringComparison.OrdinalIgnoreCase) && part.Length > 3 && !char.IsLetterOrDigit(part[3]))
            return part.StartsWith("sev>=", StringComparison.OrdinalIgnoreCase) && part[5..] is [>= '1' and <= '4' and var digit]
                ? this with { AtLeast = (AlarmPriority)(5 - (digit - '0')) }
                : null;

        var colon = part.IndexOf(':', StringComparison.Ordinal);
        var value = part[(colon + 1)..];
        return colon <= 0 ? this with { Words = Words is null ? part : $"{Words} {part}" }
            : value.Length == 0 ? null
            : part[..colon].ToLowerInvariant() switch
            {
                "level" => KebabCase.TryParse<AlarmPriority>(value.ToLowerInvariant(), out var level) ? this with { AtLeast = level } : null,
                "city" => this with { City = value.ToUpperInvariant() },
                "site" or "where" => this with { Where = value.ToUpperInvariant() },
                "state" => StatesOf(value) is { } states ? this with { States = states } : null,
                "owner" => this with { Owner = value == "-" ? "" : value, IsMine = value is "me" or "我" },
                "rule" => this with { Rule = value },
                _ => null,
            };
    }

    static ImmutableArray<AlarmState>? StatesOf(string text)
    {
        var states = ImmutableArray.CreateBuilder<AlarmState>();
        foreach (var name in text.Split(','))
        {
            if (!KebabCase.TryParse<AlarmState>(name.ToLowerInvariant(), out var state))
                return null;
            states.Add(state);
        }

        return states.ToImmutable();
    }
}
