using DcOps.Collectors.Pipeline.Profiles.Rules;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>
/// An address gives one point, and a point comes from one object, unless the later says that it is a fall-back.
/// Conditions may come from many: the worst counts.
/// </summary>
sealed class PointUniqueness(Refusals refusals)
{
    readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);
    readonly Dictionary<(PartKind Kind, int Number, Quantity Quantity), string> _points = [];

    public void Check(PointRule rule, bool isFallback, string path)
    {
        if (!_addresses.TryAdd(rule.Address, path))
            refusals.Refuse($"{path}.address", $"{rule.Address} is already {_addresses[rule.Address]}.");

        var points = rule.Meanings.Where(meaning => meaning.Quantity != Quantity.Condition)
            .Select(meaning => PointOf(rule, meaning)).Distinct().ToList();
        foreach (var point in points)
        {
            if (!_points.TryAdd(point, path) && !isFallback)
            {
                refusals.Refuse(
                    path,
                    $"{_points[point]} gives {KebabCase.Of(point.Quantity)} of {KebabCase.Of(point.Kind)} already; say fallback, or give the part another name.");
            }
        }
    }

    // The rows of a column share a number here: two columns of one part and quantity would collide in every row.
    static (PartKind Kind, int Number, Quantity Quantity) PointOf(PointRule rule, Meaning meaning) =>
        meaning.Part is { } part ? (part.Kind, part.Number, meaning.Quantity)
        : rule.Table is null ? (rule.Part.Kind, rule.Part.Number, meaning.Quantity)
        : (rule.Part.Kind, -1 - rule.Offset, meaning.Quantity);
}
