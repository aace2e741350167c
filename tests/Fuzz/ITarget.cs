namespace DcOps.Fuzz;

/// <summary>Something that reads input from outside.</summary>
interface ITarget
{
    string Name { get; }

    /// <summary>Tries one input. What it throws is a finding; so is what it finds wrong itself and throws.</summary>
    void Try(Random random, byte[] input);
}
