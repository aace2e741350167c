namespace DcOps.Domain.Statements;

/// <summary>What a link of an evidence chain stands for, in the order in which figures come about.</summary>
public enum ChainSubject : byte
{
    /// <summary>Raw register readings of one meter.</summary>
    Readings = 0,

    /// <summary>Power samples of one meter.</summary>
    Samples = 1,

    /// <summary>The registry's entries of the facility.</summary>
    Boundary = 2,

    /// <summary>One accepted correction.</summary>
    Correction = 3,

    /// <summary>Intervals of one meter as the ledger has them.</summary>
    Intervals = 4,

    /// <summary>The figures as filed.</summary>
    Figures = 5,

    /// <summary>The verdicts under the rules of the day.</summary>
    Verdicts = 6,

    /// <summary>Outdoor temperatures that estimates were scaled by.</summary>
    Weather = 7,
}
