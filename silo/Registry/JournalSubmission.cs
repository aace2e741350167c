using DcOps.Domain.Alarms;

namespace DcOps.Registry;

/// <summary>What one owner appends, until it is written.</summary>
sealed class JournalSubmission(string owner, ImmutableArray<AlarmTransition> entries)
{
    readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Owner => owner;

    public ImmutableArray<AlarmTransition> Entries => entries;

    public Task Written => _written.Task;

    public bool IsDone => _written.Task.IsCompleted;

    public void Done() => _written.TrySetResult();

    public void Fail(Exception fault) => _written.TrySetException(fault);
}
