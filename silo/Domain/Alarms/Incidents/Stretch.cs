namespace DcOps.Domain.Alarms.Incidents;

/// <summary>Alarms behind one place without a pause longer than the window. United once something explains them all.</summary>
sealed class Stretch(DateTimeOffset at)
{
    // Most stretches are of one rack: the set is made for the second.
    string? _rack;
    HashSet<string>? _racks;
    List<int>? _waiting;

    public DateTimeOffset First { get; private set; } = at;

    public DateTimeOffset Last { get; private set; } = at;

    /// <summary>Alarms in it.</summary>
    public int Count { get; private set; }

    /// <summary>Whether what is there says itself that it failed.</summary>
    public bool HasCause { get; private set; }

    public int Racks => _racks?.Count ?? (_rack is null ? 0 : 1);

    /// <summary>Any alarm of it once it is united; -1 before.</summary>
    public int Representative { get; private set; } = -1;

    public bool IsUnited => Representative >= 0;

    /// <summary>Whether another stretch took it in.</summary>
    public bool IsGone { get; private set; }

    public bool Touches(DateTimeOffset moment, TimeSpan window) => moment >= First - window && moment <= Last + window;

    public void Add(int alarm, GroupedAlarm added, bool isCause)
    {
        if (added.StartedAt < First)
            First = added.StartedAt;
        if (added.StartedAt > Last)
            Last = added.StartedAt;
        Count++;
        HasCause |= isCause;
        if (!added.Key.Location.IsPlant)
            NoteRack(added.Key.Location.Path);
        // Once it is united, whoever adds links at once.
        if (!IsUnited)
            (_waiting ??= new(1)).Add(alarm);
    }

    public void Absorb(Stretch other)
    {
        First = other.First < First ? other.First : First;
        Last = other.Last > Last ? other.Last : Last;
        Count += other.Count;
        HasCause |= other.HasCause;
        other.IsGone = true;
        foreach (var rack in other._racks ?? (other._rack is { } only ? [only] : []))
            NoteRack(rack);
        (_waiting ??= []).AddRange(other._waiting ?? []);
        if (other.IsUnited)
            _waiting.Add(other.Representative);
    }

    /// <summary>Links everything that waits, once the stretch is explained.</summary>
    public void Unite(Action<int, int> link)
    {
        if (_waiting is not { Count: > 0 } waiting)
            return;

        if (!IsUnited)
            Representative = waiting[0];
        foreach (var alarm in waiting)
            link(Representative, alarm);
        _waiting = null;
    }

    void NoteRack(string path)
    {
        _rack ??= path;
        if (_racks is null && _rack != path)
            _racks = new(StringComparer.Ordinal) { _rack };
        _racks?.Add(path);
    }
}
