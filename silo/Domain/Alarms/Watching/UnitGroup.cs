using DcOps.Domain.Alarms.Rules;

namespace DcOps.Domain.Alarms.Watching;

/// <summary>What is known of the units of one group.</summary>
sealed class UnitGroup(string name, string key, int needed, int units, ImmutableArray<RedundancyLostRule> rules)
{
    readonly (DateTimeOffset At, ReadingGaps Gaps, bool? IsWorking)[] _units = new (DateTimeOffset, ReadingGaps, bool?)[units];

    /// <summary>Device of the point that the group's alarm is about: small letters, digits, hyphens.</summary>
    public string Key => key;

    public ImmutableArray<RedundancyLostRule> Rules => rules;

    /// <param name="isWorking">Null where the unit does not say.</param>
    public void Take(int unit, DateTimeOffset at, bool? isWorking)
    {
        var (last, gaps, was) = _units[unit];
        if (at < last)
            return;
        if (last != default && at > last)
            gaps = gaps.Then(at - last);
        // Of one instant the worst that a unit says of itself counts.
        _units[unit] = (at, gaps, at == last && was == false ? false : isWorking);
    }

    /// <param name="promisedAge">At the least; of a unit that is read more seldom nothing is known after three of its intervals.</param>
    public RedundantGroup At(DateTimeOffset now, TimeSpan promisedAge)
    {
        var (working, unknown) = (0, 0);
        foreach (var (at, gaps, isWorking) in _units)
        {
            if (isWorking is null || now - at > gaps.PromisedAge(promisedAge))
                unknown++;
            else if (isWorking == true)
                working++;
        }

        return new(name, _units.Length, needed, working, unknown);
    }
}
