namespace DcOps.Domain.Scheduling.Planning;

/// <summary>One way to serve a workload: which of its options, and its slots.</summary>
/// <param name="Option">Position in <see cref="Instance.Options"/>; -1 is not served.</param>
/// <param name="Start">First slot.</param>
/// <param name="Slots">Null when it runs through from <paramref name="Start"/>.</param>
/// <param name="Units">Units by slot of <paramref name="Slots"/>; null when they are the workload's own.</param>
readonly record struct Column(int Option, int Start, short[]? Slots = null, int[]? Units = null)
{
    public static Column None => new(-1, 0);

    public bool IsServed => Option >= 0;

    public int Count(int duration) => Slots?.Length ?? duration;

    public int SlotAt(int position) => Slots is null ? Start + position : Slots[position];

    public int UnitsAt(int position, int units) => Units is null ? units : Units[position];

    public int Pauses
    {
        get
        {
            var pauses = 0;
            for (var position = 1; position < (Slots?.Length ?? 0); position++)
                pauses += Slots![position] > Slots[position - 1] + 1 ? 1 : 0;
            return pauses;
        }
    }

    public bool IsSame(in Column other) => Option == other.Option && Start == other.Start
        && (Slots is null) == (other.Slots is null) && (Slots is null || Slots.AsSpan().SequenceEqual(other.Slots))
        && (Units is null) == (other.Units is null) && (Units is null || Units.AsSpan().SequenceEqual(other.Units));
}
