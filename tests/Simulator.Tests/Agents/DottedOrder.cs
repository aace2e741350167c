using System.Globalization;

namespace DcOps.Simulator.Tests.Agents;

/// <summary>Dotted names as a MIB orders them: number by number.</summary>
sealed class DottedOrder : IComparer<string>
{
    public int Compare(string? x, string? y)
    {
        var (left, right) = (Parts(x!), Parts(y!));
        for (var index = 0; index < Math.Min(left.Length, right.Length); index++)
        {
            if (left[index] != right[index])
                return left[index].CompareTo(right[index]);
        }

        return left.Length.CompareTo(right.Length);
    }

    static long[] Parts(string name) =>
        [.. name.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(part => long.Parse(part, CultureInfo.InvariantCulture))];
}
