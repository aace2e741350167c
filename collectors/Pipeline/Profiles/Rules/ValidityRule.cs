using DcOps.Collectors.Pipeline.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>What another object must say; where the device has no such object, the value stands by itself.</summary>
/// <param name="Codes">Allowed, or with <paramref name="Forbids"/> forbidden.</param>
sealed record ValidityRule(RelatedObject Object, CodeTable<bool> Codes, bool Forbids)
{
    public bool Allows(RawValue? said) => said is not { } code || Says(code);

    /// <summary>Whether the object says it; an object that says nothing does not.</summary>
    public bool Holds(RawValue? said) => said is { } code && Says(code);

    bool Says(in RawValue code) => Codes.TryGet(code, out _) != Forbids;
}
