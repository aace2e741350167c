using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace DcOps.Notify;

/// <summary>
/// What an SMS gateway is sent. Placeholders, each written as its <see cref="Form"/> asks: <c>{to}</c> (several with commas),
/// <c>{text}</c>, <c>{title}</c>, <c>{level}</c>, <c>{notice}</c> (the same when it is sent again) and <c>{key}</c>.
/// </summary>
public sealed class GatewayOptions : IValidatableObject
{
    /// <summary>As in <c>{"mobile":"{to}","content":"{text}"}</c>.</summary>
    [Required]
    public required string Body { get; init; }

    public GatewayForm Form { get; init; } = GatewayForm.Json;

    /// <summary>By name, as in <c>Authorization</c>: <c>Bearer {key}</c>.</summary>
    public ImmutableSortedDictionary<string, string> Headers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Regular expression that the answer must match to count as taken; any answer of 200 to 299 does where it is left out.</summary>
    public string? Accepts { get; init; }

    /// <summary>Longest text, characters; what is more is cut.</summary>
    [Range(20, 2_000, ErrorMessage = "must be from 20 to 2000.")]
    public int MostCharacters { get; init; } = 300;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Body.Contains("{text}", StringComparison.Ordinal) && !Body.Contains("{title}", StringComparison.Ordinal))
            yield return new ValidationResult("says nothing; use {text} or {title}.", [nameof(Body)]);
        if (Accepts is not null && Fault(Accepts) is { } fault)
            yield return new ValidationResult($"is no regular expression: {fault}", [nameof(Accepts)]);
    }

    static string? Fault(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking);
            return null;
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return fault.Message;
        }
    }
}
