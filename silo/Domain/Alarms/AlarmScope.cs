using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms;

/// <summary>Locations by the beginning of their paths; none means every one.</summary>
public sealed class AlarmScope : IValidatableObject
{
    /// <summary>Facilities, rooms or racks, as in <c>NJ-01/R01</c>.</summary>
    public ImmutableArray<string> Locations { get; init; } = [];

    /// <summary>Locations that are left out although they are inside.</summary>
    public ImmutableArray<string> Except { get; init; } = [];

    public bool IsEverywhere => Locations.IsEmpty && Except.IsEmpty;

    public bool Covers(Location location) =>
        (Locations.IsEmpty || Holds(Locations, location.Path)) && !(Except.Length > 0 && Holds(Except, location.Path));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var path in Locations.Concat(Except))
        {
            if (!Location.TryParse(path, out _) && !RoomId.TryParse(path, out _))
                yield return new ValidationResult($"has '{path}', which is neither a facility nor a room nor a rack.", [nameof(Locations)]);
        }
    }

    static bool Holds(ImmutableArray<string> paths, string path)
    {
        foreach (var begin in paths)
        {
            if (path.StartsWith(begin, StringComparison.Ordinal) && (path.Length == begin.Length || path[begin.Length] == '/'))
                return true;
        }

        return false;
    }
}
