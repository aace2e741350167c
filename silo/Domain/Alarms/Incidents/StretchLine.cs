namespace DcOps.Domain.Alarms.Incidents;

/// <summary>The stretches behind one place, by time: nearly always one.</summary>
sealed class StretchLine
{
    readonly List<Stretch> _stretches = new(1);

    /// <summary>The stretch that an instant belongs to; joins those that it bridges.</summary>
    public Stretch Of(DateTimeOffset at, TimeSpan window)
    {
        Stretch? found = null;
        for (var index = _stretches.Count - 1; index >= 0; index--)
        {
            var candidate = _stretches[index];
            if (!candidate.Touches(at, window))
                continue;
            if (found is null)
            {
                found = candidate;
                continue;
            }

            found.Absorb(candidate);
            _stretches.RemoveAt(index);
        }

        if (found is null)
            _stretches.Add(found = new(at));
        return found;
    }

    public Stretch? Find(DateTimeOffset at) => _stretches.Find(stretch => at >= stretch.First && at <= stretch.Last);
}
