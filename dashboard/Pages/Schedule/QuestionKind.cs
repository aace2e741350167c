namespace DcOps.Dashboard.Pages.Schedule;

/// <summary>What may be asked of a plan on its page.</summary>
public enum QuestionKind
{
    /// <summary>A facility takes no work.</summary>
    Closing,

    /// <summary>A facility has less power all day, as with a chiller off.</summary>
    LessPower,

    /// <summary>Every pool of a kind has more units.</summary>
    MoreUnits,

    /// <summary>Energy costs more everywhere.</summary>
    DearerEnergy,
}
