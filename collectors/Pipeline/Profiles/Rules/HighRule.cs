namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>The upper part of a count that the device splits over two objects: high × weight + low.</summary>
sealed record HighRule(RelatedObject Object, double Weight)
{
    /// <summary>Null when the upper part is not known: the lower alone is no count.</summary>
    public double? Join(double low, double? high) => high is { } upper ? (upper * Weight) + low : null;
}
