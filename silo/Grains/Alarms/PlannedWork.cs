using DcOps.Domain.Alarms.Work;

namespace DcOps.Grains.Alarms;

/// <summary>The maintenance windows in force, as this silo knows them: those of files and those that people added.</summary>
public sealed class PlannedWork(AlarmSettings settings)
{
    ImmutableArray<MaintenanceWindow> _windows = settings.Windows;
    long _version;

    /// <summary>Grows with every change, from 0.</summary>
    public long Version => Volatile.Read(ref _version);

    public ImmutableArray<MaintenanceWindow> Windows => _windows;

    /// <summary>Takes what people added; those of files stay.</summary>
    public void Put(ImmutableArray<MaintenanceWindow> added)
    {
        ImmutableArray<MaintenanceWindow> all = [.. settings.Windows, .. added];
        if (all.SequenceEqual(_windows, SameWindow.Comparer))
            return;

        ImmutableInterlocked.InterlockedExchange(ref _windows, all);
        Interlocked.Increment(ref _version);
    }

    sealed class SameWindow : IEqualityComparer<MaintenanceWindow>
    {
        public static readonly SameWindow Comparer = new();

        // A window is written once; what changes is whether it is still there.
        public bool Equals(MaintenanceWindow? x, MaintenanceWindow? y) => x?.Id == y?.Id;

        public int GetHashCode(MaintenanceWindow obj) => obj.Id.GetHashCode(StringComparison.Ordinal);
    }
}
