using System.Globalization;

namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>The coverage of every recording as people read it.</summary>
static class CoverageTable
{
    public static IEnumerable<string> Of(ImmutableArray<Coverage> all)
    {
        yield return Row("class", "devices", "known", "sensors", "equal", "missing", "wrong", "documented", "states", "equal", "codes", "mapped", "suspects", "rejected");
        foreach (var group in all.GroupBy(one => one.Device.Class, StringComparer.Ordinal))
            yield return Row(group.Key, [.. group]);
        yield return Row("all", [.. all]);
        yield return "";
        foreach (var one in all.Where(one => one.Profile is null))
            yield return $"refused  {one.Device.Name}: sysObjectID '{one.Device.Recording.SystemObjectId}'";
        foreach (var line in all.SelectMany(one => one.Wrong.Select(line => $"wrong    {one.Device.Name} ({one.Profile}): {line}")))
            yield return line;
        foreach (var line in all.SelectMany(one => one.Missing.Select(line => $"missing  {one.Device.Name} ({one.Profile}): {line}")))
            yield return line;
        foreach (var line in all.SelectMany(one => one.Unmapped.Select(line => $"unmapped {one.Device.Name} ({one.Profile}): {line}")))
            yield return line;
        foreach (var line in all.SelectMany(one => one.OtherMeaning.Select(line => $"meaning  {one.Device.Name} ({one.Profile}): {line}")))
            yield return line;
        foreach (var line in all.SelectMany(one => one.Documented.Select(line => $"elsewhere {one.Device.Name} ({one.Profile}): {line}")))
            yield return line;
    }

    static string Row(string name, ImmutableArray<Coverage> all) => Row(
    [
        name, .. new[]
        {
            all.Length, all.Count(one => one.Profile is not null), all.Sum(one => one.Sensors), all.Sum(one => one.Equal),
            all.Sum(one => one.Sensors - one.Equal - one.Wrong.Length + (one.Suspects - one.Rejected)), all.Sum(one => one.Wrong.Length),
            all.Sum(one => one.Documented.Length), all.Sum(one => one.States), all.Sum(one => one.StatesEqual),
            all.Sum(one => one.Codes), all.Sum(one => one.CodesMapped), all.Sum(one => one.Suspects), all.Sum(one => one.Rejected),
        }.Select(count => count.ToString(CultureInfo.InvariantCulture)),
    ]);

    static string Row(params string[] cells) => cells[0].PadRight(9) + string.Concat(cells.Skip(1).Select(cell => cell.PadLeft(11)));
}
