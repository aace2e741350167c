using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Events;
using DcOps.Domain.Configuration;

namespace DcOps.Collectors.Snmp.Traps;

/// <summary>What the notifications of known devices mean, read from files. Immutable.</summary>
sealed class NotificationCatalogue
{
    static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
    };

    readonly Dictionary<string, NotificationEntry> _entries = new(StringComparer.Ordinal);
    readonly HashSet<string> _raised = new(StringComparer.Ordinal);

    NotificationCatalogue(IEnumerable<NotificationEntry> entries)
    {
        foreach (var entry in entries)
        {
            _entries.Add(Canonical(entry.Oid), entry);
            if (entry.Clears is { } raised)
                _raised.Add(Canonical(raised));
        }
    }

    /// <summary>The folder <c>notifications</c> beside the program.</summary>
    public static string StandardFolder => Path.Combine(AppContext.BaseDirectory, "notifications");

    public int Count => _entries.Count;

    /// <exception cref="ConfigurationException">A file is wrong, or two say something of the same notification.</exception>
    public static NotificationCatalogue Load(string folder)
    {
        var entries = new List<(string File, NotificationEntry Entry)>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
            entries.AddRange(Parse(file).Notifications.Select(entry => (file, entry)));
        var twice = entries.GroupBy(each => Canonical(each.Entry.Oid), StringComparer.Ordinal).Where(group => group.Count() > 1).ToList();
        return twice.Count == 0
            ? new(entries.Select(each => each.Entry))
            : throw new ConfigurationException([.. twice.Select(group => new ConfigurationFault(group.Last().File, 0, group.Key, "stands in the catalogue twice."))]);
    }

    public Judgement Judge(Notification notification)
    {
        var kind = Canonical(notification.Kind.ToString());
        if (!_entries.TryGetValue(kind, out var entry))
            return new(null, EventLevel.None, EventTransition.Occurred, $"{kind} {All(notification)}");

        var about = entry.Clears is { } raised ? Canonical(raised) : kind;
        var subject = $"{about}{Key(entry, notification)}";
        if (entry.Clears is not null)
            return new(entry, entry.Level, EventTransition.Cleared, subject);

        var state = entry.States is { } states ? Variable(notification, states.Object)?.Value.ToString() : null;
        if (state is not null && entry.States!.Cleared.Contains(state, StringComparer.Ordinal))
            return new(entry, entry.Level, EventTransition.Cleared, subject);

        var level = state is not null && entry.States!.Levels.TryGetValue(state, out var said) ? said : entry.Level;
        if (entry.Escalate is { } escalation && IsBelow(notification, escalation))
            level = escalation.Level;
        var transition = entry.Raises || entry.States is not null || _raised.Contains(kind) ? EventTransition.Raised : EventTransition.Occurred;
        return new(entry, level, transition, transition == EventTransition.Occurred ? $"{subject} {All(notification)}" : subject);
    }

    // Notifications of SMIv1 MIBs have a 0 before their last part, those of SMIv2 MIBs have it in their name or not, and
    // agents send the one for the other.
    static string Canonical(string oid)
    {
        var last = oid.LastIndexOf('.');
        return last > 2 && oid.AsSpan(0, last).EndsWith(".0") ? string.Concat(oid.AsSpan(0, last - 2), oid.AsSpan(last)) : oid;
    }

    static CatalogueText Parse(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<CatalogueText>(File.ReadAllText(file), Format)
                ?? throw new JsonException("is empty.");
        }
        catch (JsonException wrong)
        {
            throw new ConfigurationException([new(file, (int)(wrong.LineNumber ?? -1) + 1, wrong.Path ?? "", wrong.Message)]);
        }
    }

    static string Key(NotificationEntry entry, Notification notification)
    {
        var key = new StringBuilder();
        foreach (var prefix in entry.KeyIndexes)
        {
            if (Variable(notification, prefix) is { } variable)
                key.Append(' ').Append(variable.Name.ToString().AsSpan(prefix.Length));
        }

        foreach (var prefix in entry.KeyValues)
        {
            if (Variable(notification, prefix) is { } variable)
                key.Append(' ').Append(variable.Value.ToString());
        }

        return key.ToString();
    }

    // A repeated notification says the same; only the times in it move.
    static string All(Notification notification) => string.Join(' ', notification.Variables
        .Where(variable => variable.Value.Kind != SyntaxKind.TimeTicks)
        .Select(variable => $"{variable.Name}={variable.Value}"));

    static bool IsBelow(Notification notification, Escalation escalation) =>
        Variable(notification, escalation.Object)?.Value.ToDouble() is { } value
        && Variable(notification, escalation.Below)?.Value.ToDouble() is { } limit
        && value < limit;

    static VariableBinding? Variable(Notification notification, string prefix)
    {
        foreach (var variable in notification.Variables)
        {
            var name = variable.Name.ToString();
            if (name == prefix || (name.StartsWith(prefix, StringComparison.Ordinal) && name[prefix.Length] == '.'))
                return variable;
        }

        return null;
    }
}
