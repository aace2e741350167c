namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>What a scale object amounts to once it is known.</summary>
/// <param name="Divides">Dividing by a power of ten rounds once; multiplying by its inverse rounds twice.</param>
readonly record struct ScaleStep(double Operand, bool Divides)
{
    public static ScaleStep None => new(1, Divides: false);

    public double Apply(double raw) => Divides ? raw / Operand : raw * Operand;
}
