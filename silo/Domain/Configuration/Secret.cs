using System.Text.Json.Serialization;

namespace DcOps.Domain.Configuration;

/// <summary>
/// A secret as a configuration names it: <c>env:NAME</c>, <c>file:PATH</c> or, for what is no secret, <c>text:LITERAL</c>.
/// It is read when it is needed and never printed.
/// </summary>
[JsonConverter(typeof(SecretJsonConverter))]
public sealed class Secret
{
    readonly string _kind;
    readonly string _name;

    Secret(string kind, string name)
    {
        _kind = kind;
        _name = name;
    }

    /// <exception cref="FormatException">The text has none of the three forms. The text itself is not quoted: it may be the secret.</exception>
    public static Secret Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && text[..colon] is "env" or "file" or "text"
            ? new(text[..colon], text[(colon + 1)..])
            : throw new FormatException("A secret has the form env:NAME, file:PATH or text:LITERAL.");
    }

    /// <summary>The secret itself; a file's last line break is left out.</summary>
    /// <param name="reason">Why it cannot be read, in words that name the variable or file.</param>
    public string? Reveal(out string? reason)
    {
        reason = null;
        switch (_kind)
        {
            case "text":
                return _name;
            case "env":
                var value = Environment.GetEnvironmentVariable(_name);
                reason = value is null ? $"the environment variable {_name} is not set." : null;
                return value;
            default:
                try
                {
                    return File.ReadAllText(_name).TrimEnd('\r', '\n');
                }
                catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
                {
                    reason = $"the file {_name} cannot be read: {fault.Message}";
                    return null;
                }
        }
    }

    /// <summary>The secret, or a fault of the configuration at <paramref name="key"/>.</summary>
    public string? RevealOrRefuse(ConfigurationDocument document, string key)
    {
        var value = Reveal(out var reason);
        if (reason is not null)
            document.Refuse(key, reason);
        return value;
    }

    public override string ToString() => _kind == "text" ? "text:…" : $"{_kind}:{_name}";
}
