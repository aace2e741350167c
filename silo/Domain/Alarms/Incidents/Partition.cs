namespace DcOps.Domain.Alarms.Incidents;

/// <summary>Disjoint sets of alarms that only grow together; the smaller always joins the larger.</summary>
sealed class Partition
{
    readonly List<int> _parents = [];
    readonly List<List<int>?> _members = [];

    public int Count => _parents.Count;

    public int Add()
    {
        var added = _parents.Count;
        _parents.Add(added);
        _members.Add([added]);
        return added;
    }

    public int Find(int alarm)
    {
        while (_parents[alarm] != alarm)
        {
            _parents[alarm] = _parents[_parents[alarm]];
            alarm = _parents[alarm];
        }

        return alarm;
    }

    /// <summary>In no particular order.</summary>
    public IReadOnlyList<int> MembersOf(int root) => _members[root]!;

    /// <summary>Whether the two were apart; then what is left of them.</summary>
    public bool Join(int one, int other, out int kept, out int gone)
    {
        (kept, gone) = (Find(one), Find(other));
        if (kept == gone)
            return false;
        if (_members[kept]!.Count < _members[gone]!.Count)
            (kept, gone) = (gone, kept);
        _parents[gone] = kept;
        _members[kept]!.AddRange(_members[gone]!);
        _members[gone] = null;
        return true;
    }
}
