namespace DcOps.Domain.Scheduling.Dispatch;

/// <summary>How fast and how far the product may act.</summary>
/// <param name="IsShadow">Everything is written down and nothing sent.</param>
/// <param name="Lead">How long before its start a job is sent.</param>
/// <param name="RampKw">IT kW that may be sent to one facility within a quarter-hour; a single larger job goes alone.</param>
/// <param name="MostRecalls">Jobs that may be taken back within a quarter-hour because a later plan wants them elsewhere.</param>
/// <param name="VerifyWithin">How long after its start a job must be seen to run; else it is taken back.</param>
public sealed record DispatchTerms(bool IsShadow, TimeSpan Lead, double RampKw, int MostRecalls, TimeSpan VerifyWithin)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    public static DispatchTerms Usual { get; } = new(IsShadow: true, TimeSpan.FromMinutes(30), 500, 20, TimeSpan.FromMinutes(30));

    /// <summary>Whether the facility may be sent so much more now.</summary>
    public bool Allows(DispatchBook book, DispatchCommand command, DateTimeOffset now)
    {
        var recent = book.Records.Where(record => record.SentAt > now - Window && record.Command.Facility == command.Facility)
            .Sum(record => record.Command.Kilowatts);
        return recent <= 0 || recent + command.Kilowatts <= RampKw;
    }

    /// <summary>Whether one more job may be taken back now.</summary>
    public bool AllowsRecall(DispatchBook book, DateTimeOffset now) =>
        book.Records.Count(record => record.State is DispatchState.Recalling or DispatchState.RolledBack && record.Since > now - Window) < MostRecalls;
}
