namespace DcOps.Domain.Rules;

/// <summary>Whether a rule is about a facility.</summary>
/// <param name="Applies">Null when something that decides it is not known.</param>
/// <param name="Reason">Which condition decided, or what is missing; empty when the rule applies.</param>
public readonly record struct ScopeAnswer(bool? Applies, string Reason)
{
    public static ScopeAnswer Yes => new(true, "");

    public static ScopeAnswer No(string reason) => new(false, reason);

    public static ScopeAnswer Unknown(string what) => new(null, $"{what} is not declared");
}
