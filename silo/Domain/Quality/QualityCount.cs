namespace DcOps.Domain.Quality;

/// <summary>What a room counts of a class of points on a day; the place of each in <see cref="QualityDay.Counts"/>.</summary>
/// <remarks>Numbers are on the wire and on disk: add at the end, never renumber.</remarks>
public enum QualityCount
{
    /// <summary>Readings that came.</summary>
    Samples = 0,

    /// <summary>Five-minute intervals of a rack in which a usable reading of the class came.</summary>
    Records = 1,

    /// <summary>Readings of an instant that its point had already.</summary>
    Duplicates = 2,

    /// <summary>Readings older than what their point had already.</summary>
    OutOfOrder = 3,

    /// <summary>Readings without a usable value.</summary>
    Empty = 4,

    /// <summary>Readings outside of what is physically possible, register spikes included.</summary>
    OutOfRange = 5,

    /// <summary>Readings refused for another reason than their time.</summary>
    Refused = 6,

    /// <summary>Readings whose own time cannot be: of the future, or of before any outage.</summary>
    OutOfPeriod = 7,

    /// <summary>Readings that came within the limit of live samples.</summary>
    OnTime = 8,

    /// <summary>First five-minute interval of the day in which anything came, counted from 1.</summary>
    FirstRecord = 9,
}
