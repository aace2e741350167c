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
        foreach (var line in Ratios(all))
            yield return line;
        yield return "";
        foreach (var line in all.SelectMany(one => one.NotRecorded.Select(line => $"not recorded {one.Device.Name} ({one.Profile}): {line}")))
            yield return line;
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

    // Counted raw: what the other monitor reads wrongly is in the whole.
    static IEnumerable<string> Ratios(ImmutableArray<Coverage> all)
    {
        var compared = all.Sum(one => one.Compared);
        var equal = all.Sum(one => one.Equal);
        var sameNumber = all.Sum(one => one.SameNumber);
        yield return Text($"numeric sensors of the other monitor: {compared + all.Sum(one => one.NotRecorded.Length)}, of which in the recordings: {compared}");
        yield return Text($"equal within 0.2 %: {equal} = {100.0 * equal / compared:0.00} % of those");
        var possible = compared - all.Sum(one => one.Impossible);
        yield return Text($"without {compared - possible} that no device can have said so (a power factor above 1): {equal} of {possible} = {100.0 * equal / possible:0.00} %");
        yield return Text($"the same number, to which the MIB gives another unit or quantity: {sameNumber}, together {100.0 * (equal + sameNumber) / compared:0.00} %");
        yield return Text($"read otherwise or not at all, each with its reason from the MIB: {all.Sum(one => one.Documented.Length) - sameNumber}; else: {all.Sum(one => one.Sensors - one.Equal)}");
        yield return Text($"of what the other monitor reads as the MIB has it: {100.0 * equal / all.Sum(one => one.Sensors):0.00} %");
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

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
