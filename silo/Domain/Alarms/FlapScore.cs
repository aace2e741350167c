namespace DcOps.Domain.Alarms;

/// <summary>The last changes of one alarm, and the score that says whether it flaps. Explains itself: <see cref="Explain"/>.</summary>
public sealed class FlapScore
{
    /// <summary>Changes remembered; more would not change the answer.</summary>
    const int Most = 20;

    // Milliseconds of Unix time, oldest first.
    long[] _changes = new long[2];
    int _count;

    public FlapScore()
    {
    }

    public FlapScore(ImmutableArray<DateTimeOffset> changes)
    {
        foreach (var at in changes)
            Note(at);
    }

    public bool IsFlapping { get; private set; }

    public void Note(DateTimeOffset at)
    {
        if (_count == Most)
        {
            _changes.AsSpan(1).CopyTo(_changes);
            _count--;
        }

        if (_count == _changes.Length)
            Array.Resize(ref _changes, Math.Min(Most, _count * 2));
        _changes[_count++] = at.ToUnixTimeMilliseconds();
    }

    /// <summary>Whether flapping began or ended by what is known at an instant.</summary>
    public bool TryTurn(FlapPolicy policy, DateTimeOffset now)
    {
        var score = Of(policy, now).Score;
        if (IsFlapping ? score >= policy.Leave : score <= policy.Enter)
            return false;

        IsFlapping = !IsFlapping;
        return true;
    }

    /// <summary>Changes within the window and their weighted sum: linear from the oldest weight to the newest.</summary>
    public (int Changes, double Score) Of(FlapPolicy policy, DateTimeOffset now)
    {
        var (changes, score) = (0, 0.0);
        foreach (var at in _changes.AsSpan(0, _count))
        {
            var age = now - DateTimeOffset.FromUnixTimeMilliseconds(at);
            if (age > policy.Window)
                continue;

            changes++;
            var share = Math.Clamp(age / policy.Window, 0, 1);
            score += FlapPolicy.NewestWeight + ((FlapPolicy.OldestWeight - FlapPolicy.NewestWeight) * share);
        }

        return (changes, score);
    }

    public AlarmText Explain(FlapPolicy policy, DateTimeOffset now)
    {
        var (changes, score) = Of(policy, now);
        return AlarmText.Of(
            IsFlapping ? "flapping.on" : "flapping.off", TextArgument.OfNumber("changes", changes),
            TextArgument.Of("window", policy.Window), TextArgument.OfNumber("score", Math.Round(score, 2)),
            TextArgument.OfNumber("enter", policy.Enter), TextArgument.OfNumber("leave", policy.Leave));
    }

    public ImmutableArray<DateTimeOffset> Save() => [.. _changes.Take(_count).Select(DateTimeOffset.FromUnixTimeMilliseconds)];

    internal void Restore(bool isFlapping) => IsFlapping = isFlapping;
}
