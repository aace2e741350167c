using System.Collections.Concurrent;

namespace DcOps.Collectors.Pipeline.Profiles.Layouts;

/// <summary>The layouts of one family, each kept once for all of its devices. Safe for any number of callers.</summary>
sealed class SharedLayouts
{
    /// <summary>Beyond, a device keeps its own: one that is of another shape in every message must not fill the memory.</summary>
    const int Most = 2_000;

    readonly ConcurrentDictionary<AnswerLayout, AnswerLayout> _layouts = new();
    int _count;

    public int Count => Volatile.Read(ref _count);

    public AnswerLayout Same(AnswerLayout layout)
    {
        if (_layouts.TryGetValue(layout, out var known))
            return known;
        if (Volatile.Read(ref _count) >= Most)
            return layout;

        known = _layouts.GetOrAdd(layout, layout);
        if (ReferenceEquals(known, layout))
            Interlocked.Increment(ref _count);
        return known;
    }
}
