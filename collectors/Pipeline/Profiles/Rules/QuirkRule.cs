namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>What holds instead for one model that does not do as its MIB says.</summary>
/// <param name="Replacement">Null when the model's object is not to be believed at all.</param>
sealed record QuirkRule(ValidityRule When, PointRule? Replacement);
