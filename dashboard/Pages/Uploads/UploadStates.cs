using DcOps.Contracts.Ledger;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Pages.Uploads;

/// <summary>Tells one state from another.</summary>
static class UploadStates
{
    /// <summary>As many days as a platform may be away before somebody must act.</summary>
    const int DaysToAct = 3;

    public static UploadState Of(UploadStanding standing)
    {
        var today = BusinessCalendar.Shanghai.LocalDate(standing.At);
        var behind = standing.OldestPending is { } oldest ? today.DayNumber - oldest.DayNumber : 0;
        return standing switch
        {
            _ when behind >= DaysToAct || standing.Days.Any(day => day.Refused > 0) => UploadState.Failing,
            { LastFailure: not null } => UploadState.Retrying,
            _ when behind > 0 => UploadState.Behind,
            _ => UploadState.Current,
        };
    }
}
