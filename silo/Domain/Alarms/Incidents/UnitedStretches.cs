using DcOps.Domain.PowerChain;

namespace DcOps.Domain.Alarms.Incidents;

/// <summary>The united stretches of each incident, by its number in the partition.</summary>
sealed class UnitedStretches
{
    readonly Dictionary<int, List<(Reach Reach, Stretch Stretch)>> _byRoot = [];

    public IReadOnlyList<(Reach Reach, Stretch Stretch)> Of(int root) => _byRoot.GetValueOrDefault(root) ?? [];

    public void Add(int root, Reach reach, Stretch stretch)
    {
        if (!_byRoot.TryGetValue(root, out var here))
            _byRoot.Add(root, here = []);
        here.Add((reach, stretch));
    }

    public void Join(int kept, int gone)
    {
        if (!_byRoot.Remove(gone, out var moved))
            return;
        if (!_byRoot.TryAdd(kept, moved))
            _byRoot[kept].AddRange(moved);
    }

    public void Clear() => _byRoot.Clear();
}
