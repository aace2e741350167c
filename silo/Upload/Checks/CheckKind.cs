namespace DcOps.Upload.Checks;

/// <summary>The platform's acceptance rules for what it is sent.</summary>
public enum CheckKind : byte
{
    /// <summary>At least 90 % of a day's quarter-hours are there.</summary>
    Completeness = 0,

    /// <summary>A month differs from the sum of its days by 5 % at most.</summary>
    Consistency = 1,

    /// <summary>A day's last reading was taken within a minute of midnight.</summary>
    DayBoundary = 2,

    /// <summary>A month's last reading was taken within a day of its end.</summary>
    MonthBoundary = 3,
}
