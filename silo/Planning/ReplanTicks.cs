using DcOps.Domain.Scheduling.Live;

namespace DcOps.Planning;

/// <summary>
/// When the product plans by itself: every so often, and a minute after a plan that was made before anything was measured, as after
/// the first start of a province.
/// </summary>
sealed class ReplanTicks : IDisposable
{
    static readonly TimeSpan SoonAgain = TimeSpan.FromMinutes(1);

    readonly TimeSpan? _every;
    readonly ITimer? _timer;
    bool _hasSeen;

    /// <param name="every">Null for never.</param>
    /// <param name="startsAtOnce">Whether the first plan does not wait.</param>
    public ReplanTicks(TimeSpan? every, bool startsAtOnce, TimeProvider time, Action make)
    {
        _every = every;
        _timer = every is { } span ? time.CreateTimer(_ => make(), null, startsAtOnce ? TimeSpan.Zero : span, span) : null;
    }

    /// <summary>Takes what a plan rests on, before the plan is shown.</summary>
    public void Saw(ReadInput read)
    {
        var isBlind = !read.Notes.IsDefaultOrEmpty && read.Notes.All(note => note.State == TruthState.Silent);
        if (isBlind && !_hasSeen)
            _timer?.Change(SoonAgain, _every!.Value);
        _hasSeen |= !isBlind;
    }

    public void Dispose() => _timer?.Dispose();
}
