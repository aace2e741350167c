namespace DcOps.Dashboard.Pages.Quality;

/// <summary>What the matrix of cities and classes shows: one at a time, so that colours mean one thing.</summary>
public enum QualityMetric : byte
{
    Completeness = 0,
    Lateness = 1,
    OutOfRange = 2,
    ClockSkew = 3,
    Duplicates = 4,
    Score = 5,
}
