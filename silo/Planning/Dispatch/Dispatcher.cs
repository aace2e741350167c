using DcOps.Domain.Scheduling.Dispatch;

namespace DcOps.Planning.Dispatch;

/// <summary>
/// Tells sites what the plan in force says, step by step: what is in doubt first, then what is to be taken back, then what is due. Nothing is sent
/// that is not on the disk first, and what is in doubt is only ever asked again under its own key.
/// </summary>
/// <param name="sites">By facility; a job of a facility without one stays with the plan's table.</param>
public sealed class Dispatcher(
    DispatchJournal journal, DispatchTerms terms, KillSwitch stop, IReadOnlyDictionary<string, ISiteAdapter> sites, TimeProvider time) : IDisposable
{
    readonly SemaphoreSlim _one = new(1);

    DispatchBook Book => journal.Book;

    /// <param name="work">Jobs of the plan in force; empty when none is, and then what has not begun is taken back.</param>
    /// <returns>Commands that stay for a later step, by the ramp, the limit of recalls or the kill switch.</returns>
    public async Task<int> StepAsync(IReadOnlyList<DispatchCommand> work, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (stop.Stopped is not null)
                return work.Count;
            foreach (var record in Book.Records.Where(record => record.State == DispatchState.Sent).ToList())
                await SendAsync(record.Command, cancellationToken);
            await LookAsync(cancellationToken);
            var held = Withdraw(work);
            foreach (var record in Book.Records.Where(record => record.State == DispatchState.Recalling).ToList())
                await RecallAsync(record.Command, cancellationToken);
            foreach (var command in work.OrderBy(command => command.From).ThenBy(command => command.Job, StringComparer.Ordinal))
                held += await PlaceAsync(command, cancellationToken) ? 0 : 1;
            return held;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <summary>What the plan in force no longer wants there, and has not begun; and what was not seen to run in time.</summary>
    int Withdraw(IReadOnlyList<DispatchCommand> work)
    {
        var now = time.GetUtcNow();
        var (wanted, held) = (work.Select(command => command.Key).ToHashSet(StringComparer.Ordinal), 0);
        foreach (var record in Book.Records.Where(record => record is { MayRun: true, State: not DispatchState.Recalling }).ToList())
        {
            var isLate = record.State != DispatchState.Verified && now > record.Command.From + terms.VerifyWithin;
            var isUnwanted = !wanted.Contains(record.Command.Key) && now < record.Command.From;
            if (!isLate && !isUnwanted)
                continue;
            if (!isLate && !terms.AllowsRecall(Book, now))
            {
                held++;
                continue;
            }

            Write(record.Command.Key, DispatchState.Recalling, isLate ? "was not seen to run in time" : "the plan in force wants it elsewhere or not at all");
        }

        return held;
    }

    async Task<bool> PlaceAsync(DispatchCommand command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now < command.From - terms.Lead || now >= command.To || !sites.ContainsKey(command.Facility))
            return true;
        var known = Book.Find(command.Key);
        if (terms.IsShadow)
        {
            if (known is null)
                journal.Write(new(command.Key, DispatchState.Shadow, now, command, null));
            return true;
        }

        if (known is { State: not (DispatchState.RolledBack or DispatchState.Shadow) })
            return true;
        // What was taken back because it never ran is not tried again there: a later plan decides.
        if (known?.State == DispatchState.RolledBack && now > command.From)
            return true;
        if (Book.Elsewhere(command.Job, command.Key).Any() || !terms.Allows(Book, command, now))
            return false;

        journal.Write(new(command.Key, DispatchState.Sent, now, command, null));
        await SendAsync(command, cancellationToken);
        return true;
    }

    async Task SendAsync(DispatchCommand command, CancellationToken cancellationToken)
    {
        var answer = await sites[command.Facility].PlaceAsync(command, cancellationToken);
        if (answer.Verdict != SiteVerdict.Unknown)
            Write(command.Key, answer.Verdict == SiteVerdict.Taken ? DispatchState.Accepted : DispatchState.Refused, answer.Text);
    }

    async Task RecallAsync(DispatchCommand command, CancellationToken cancellationToken)
    {
        var answer = await sites[command.Facility].RecallAsync(command, cancellationToken);
        if (answer.Verdict == SiteVerdict.Taken)
            Write(command.Key, DispatchState.RolledBack, answer.Text ?? Book.Find(command.Key)!.Text);
    }

    async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var record in Book.Records.Where(record => record.State == DispatchState.Accepted && now >= record.Command.From).ToList())
        {
            if (await sites[record.Command.Facility].LookAsync(record.Command, cancellationToken) is SiteSight.Running or SiteSight.Ended)
                Write(record.Command.Key, DispatchState.Verified, null);
        }
    }

    void Write(string key, DispatchState state, string? text) => journal.Write(new(key, state, time.GetUtcNow(), null, text));
}
