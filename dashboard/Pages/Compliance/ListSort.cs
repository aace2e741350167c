namespace DcOps.Dashboard.Pages.Compliance;

/// <summary>Orders of the list; numbers stand greatest first, what is not known last.</summary>
public enum ListSort : byte
{
    /// <summary>Verdict, then excess.</summary>
    Verdict = 0,
    Facility = 1,
    Racks = 2,
    Annual = 3,
    Recent = 4,

    /// <summary>Least complete first.</summary>
    Completeness = 5,
}
