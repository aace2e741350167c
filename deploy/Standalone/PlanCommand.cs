using System.Globalization;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Planning;
using DcOps.Domain.Scheduling.Tables;

namespace DcOps.Standalone;

/// <summary>
/// <c>plan</c>: places a day of compute given as tables, and says what it costs, how far from the best it can be, and why each job stands
/// where it does. Ends with 0, 1 when a table is faulty, or 2 when the line is wrong.
/// </summary>
static class PlanCommand
{
    public const string Usage =
        """
        plan check DIR              every fault of the tables in DIR by file, line and column
        plan make DIR --out DIR     makes a plan and writes placements.csv, reasons.csv and summary.csv; what --out holds is replaced
          --seconds N               stop looking for a better plan after so long (default 10)
        tables: terms, regions, facilities, pools, series and jobs .csv; and where there are some links, quotas, limits, placements .csv
        """;

    const int Faulty = 1;
    const int WrongLine = 2;

    public static async Task<int> RunAsync(string[] line, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (line is [] or [.., "--help" or "-h"])
        {
            await output.WriteLineAsync(Usage);
            return 0;
        }

        try
        {
            return line switch
            {
                ["check", var folder] => await CheckAsync(folder, output, errors, cancellationToken),
                ["make", var folder, "--out", var to] => await MakeAsync(folder, to, 10, output, errors, cancellationToken),
                ["make", var folder, "--out", var to, "--seconds", var seconds] =>
                    await MakeAsync(folder, to, Seconds(seconds), output, errors, cancellationToken),
                _ => throw new FormatException(Usage),
            };
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(fault.Message);
            return WrongLine;
        }
    }

    static int Seconds(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 3_600
            ? seconds
            : throw new FormatException($"--seconds {text}: must be a whole number from 1 to 3600.");

    static async Task<int> CheckAsync(string folder, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (await ReadAsync(folder, errors, cancellationToken) is not { } input)
            return Faulty;

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{folder} is sound: {input.Workloads.Length} jobs, {input.Facilities.Length} facilities, {input.Pools.Length} pools, {input.Slots} slots of {input.Step.TotalMinutes:0.#} min from {input.StartsAt:yyyy-MM-dd HH:mm zzz}."));
        return 0;
    }

    static async Task<int> MakeAsync(
        string folder, string to, int seconds, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (await ReadAsync(folder, errors, cancellationToken) is not { } input)
            return Faulty;

        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var plan = Planner.Make(input, PlanEffort.Cold, null, enough.Token, cancellationToken);
        var summary = PlanSummary.Of(plan, cancellationToken);
        Directory.CreateDirectory(to);
        await WriteAsync(to, PlanTables.Current, PlanReport.Placements(plan), cancellationToken);
        await WriteAsync(to, "reasons.csv", PlanReport.Reasons(plan), cancellationToken);
        await WriteAsync(to, "summary.csv", summary.ToCsv(), cancellationToken);
        await output.WriteLineAsync(summary.ToText());
        await output.WriteLineAsync($"Each job's place, cost and reason: {Path.Combine(to, "reasons.csv")}");
        return 0;
    }

    /// <summary>Whole or not at all: a table that is being read is never half a new one.</summary>
    static async Task WriteAsync(string folder, string name, string text, CancellationToken cancellationToken)
    {
        var (file, draft) = (Path.Combine(folder, name), Path.Combine(folder, name + ".new"));
        await File.WriteAllTextAsync(draft, text, cancellationToken);
        File.Move(draft, file, overwrite: true);
    }

    static async Task<PlanningInput?> ReadAsync(string folder, TextWriter errors, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in PlanTables.Needed.Concat(PlanTables.Optional))
        {
            var file = Path.Combine(folder, name);
            if (File.Exists(file))
                texts.Add(name, await File.ReadAllTextAsync(file, cancellationToken));
        }

        var input = PlanTables.Read(texts, out var faults);
        foreach (var fault in faults)
            await errors.WriteLineAsync(Path.Combine(folder, fault.ToString()));
        return input;
    }
}
