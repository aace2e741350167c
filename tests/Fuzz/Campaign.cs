using System.Globalization;

namespace DcOps.Fuzz;

/// <summary>Every target in turn, input after input, until the time is over.</summary>
static class Campaign
{
    const int MostFindingsShown = 20;
    const int InputsAtOnce = 200;

    /// <returns>Number of findings.</returns>
    public static int Run(TimeSpan duration, int seed, TextWriter output)
    {
        var random = new Random(seed);
        var inputs = new Inputs(random);
        ITarget[] targets = [new DecoderTarget(), new SecurityTarget(), new WalkTarget(), new NotificationTarget(), new NormaliserTarget()];
        var tried = targets.ToDictionary(target => target, _ => 0L);
        var findings = new HashSet<string>(StringComparer.Ordinal);
        var started = TimeProvider.System.GetTimestamp();
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {duration.TotalSeconds} s, {inputs.Seeds} inputs to begin with"));
        while (TimeProvider.System.GetElapsedTime(started) < duration)
        {
            foreach (var target in targets)
            {
                for (var count = 0; count < InputsAtOnce; count++)
                    Try(target, inputs.Next(), random, findings, output);
                tried[target] += InputsAtOnce;
            }
        }

        foreach (var (target, count) in tried)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target.Name}: {count} inputs"));
        var growth = GC.GetTotalMemory(forceFullCollection: true) - memory;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{findings.Count} findings; memory held {growth / 1024.0 / 1024:+0.0;-0.0} MB"));
        return findings.Count;
    }

    static void Try(ITarget target, byte[] input, Random random, HashSet<string> findings, TextWriter output)
    {
        try
        {
            target.Try(random, input.ToArray());
        }
        catch (Exception fault)
        {
            // The campaign's unit of work is one input: whatever it throws is what is looked for.
            var place = fault.StackTrace?.Split('\n').FirstOrDefault()?.Trim() ?? "";
            if (findings.Add($"{target.Name} {fault.GetType().Name} {place}") && findings.Count <= MostFindingsShown)
                output.WriteLine($"FOUND {target.Name}: {fault.GetType().Name}: {fault.Message} {place}\n  input {Convert.ToHexString(input)}");
        }
    }
}
