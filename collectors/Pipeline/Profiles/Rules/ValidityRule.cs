namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>What another object must say; where the device has no such object, the value stands by itself.</summary>
/// <param name="Codes">Allowed, or with <paramref name="Forbids"/> forbidden.</param>
sealed record ValidityRule(RelatedObject Object, ImmutableArray<double> Codes, bool Forbids)
{
    public bool Allows(double? said) => said is not { } code || Codes.Contains(code) != Forbids;
}
