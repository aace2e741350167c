namespace DcOps.Domain.Statements;

/// <summary>What a correction says about a meter.</summary>
public enum CorrectionKind : byte
{
    /// <summary>One reading is wrong and not to be used.</summary>
    ExcludeReading = 0,

    /// <summary>One reading's position is another.</summary>
    ReplacePosition = 1,

    /// <summary>The register was set back at an instant that the meter did not report.</summary>
    DeclareReset = 2,

    /// <summary>Another meter was put in at an instant.</summary>
    DeclareSwap = 3,

    /// <summary>The energy of a stretch is known from elsewhere, as from a bill; it counts as estimated.</summary>
    SubstituteEnergy = 4,
}
