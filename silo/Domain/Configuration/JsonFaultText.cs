using System.Text.Json;

namespace DcOps.Domain.Configuration;

/// <summary>The serializer's exceptions in the words of a person who edits the file.</summary>
static class JsonFaultText
{
    const string NotConverted = "could not be converted to ";

    static readonly (string Mark, string Words)[] Words =
    [
        ("System.Int", "must be a whole number within the range of its key."),
        ("System.UInt", "must be a whole number within the range of its key."),
        ("System.Byte", "must be a whole number within the range of its key."),
        ("System.Double", "must be a number."),
        ("System.Decimal", "must be a number."),
        ("System.Boolean", "must be true or false."),
        ("System.String", "must be text in quotes."),
        ("System.TimeSpan", "must be a duration as in \"00:00:10\"."),
    ];

    public static string Plain(JsonException fault)
    {
        // A format exception of our own types quotes the text; those of the framework's numbers do not.
        if (fault.InnerException is FormatException { TargetSite.DeclaringType.Namespace: { } thrower } format
            && thrower.StartsWith("DcOps.", StringComparison.Ordinal))
            return format.Message;

        var cut = Cut(Cut(fault.Message, " Path: "), " LineNumber: ");
        return Unmapped(cut) ?? Unfit(cut) ?? Missing(cut) ?? Null(cut) ?? cut;
    }

    static string Cut(string text, string at) =>
        text.IndexOf(at, StringComparison.Ordinal) is var end and >= 0 ? text[..end] : text;

    // "The property or field 'x' on type 'T' doesn't allow setting null values."
    static string? Null(string text) =>
        text.Contains("null values", StringComparison.Ordinal) ? "must not be null." : null;

    // "The JSON property 'x' could not be mapped to any .NET member contained in type 'T'."
    static string? Unmapped(string text) =>
        text.Contains("could not be mapped", StringComparison.Ordinal) && text.Split('\'') is [_, var key, ..]
            ? $"'{key}' is not a known key here; check its spelling."
            : null;

    // "The JSON value could not be converted to T."
    static string? Unfit(string text)
    {
        var at = text.IndexOf(NotConverted, StringComparison.Ordinal);
        if (at < 0)
            return null;

        var type = text[(at + NotConverted.Length)..].TrimEnd('.');
        foreach (var (mark, words) in Words)
        {
            if (type.Contains(mark, StringComparison.Ordinal))
                return words;
        }

        return ChoicesOf(type) is { } choices
            ? $"must be one of {choices}."
            : type.Contains("[]", StringComparison.Ordinal) || type.Contains("ImmutableArray", StringComparison.Ordinal)
                ? "must be a list: [ … ]."
                : "must be an object: { … }.";
    }

    // "JSON deserialization for type 'T' was missing required properties including: 'x', 'y'."
    static string? Missing(string text)
    {
        var at = text.IndexOf("including: ", StringComparison.Ordinal);
        return at < 0 ? null : $"is missing {text[(at + "including: ".Length)..].TrimEnd('.')}.";
    }

    static string? ChoicesOf(string type)
    {
        var name = type.TrimEnd(']').Split('[')[^1].Split(',')[0];
        var choice = AppDomain.CurrentDomain.GetAssemblies()
            .Select(assembly => assembly.GetType(name))
            .FirstOrDefault(found => found is { IsEnum: true });
        return choice is null
            ? null
            : string.Join(", ", Enum.GetNames(choice).Select(JsonNamingPolicy.KebabCaseLower.ConvertName));
    }
}
