using System.Globalization;
using System.Text.Json;
using DcOps.Domain.Scheduling.Live;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Release;
using DcOps.Domain.Scheduling.Tables;

namespace DcOps.Planning;

/// <summary>
/// Inputs and plans on disk. An input is a folder of tables that is never changed: as imported, or as measured at the time of a plan; a plan
/// is a folder with its placements, the id of its input, and its life, which is only ever written anew as a whole.
/// </summary>
public sealed class PlanFolder
{
    const string LifeFile = "life.json";
    const string InputFile = "input.txt";
    const string AuthorFile = "author.txt";
    const string TruthFile = "truth.json";
    const string ImportLetter = "I";
    const string LiveLetter = "L";

    static readonly JsonSerializerOptions Written = new() { WriteIndented = true };

    readonly string _inputs;
    readonly string _live;
    readonly string _plans;

    public PlanFolder(string folder)
    {
        (_inputs, _live, _plans) = (Path.Combine(folder, "inputs"), Path.Combine(folder, "live"), Path.Combine(folder, "plans"));
        Directory.CreateDirectory(_inputs);
        Directory.CreateDirectory(_live);
        Directory.CreateDirectory(_plans);
    }

    /// <summary>The newest input's id; null when there is none.</summary>
    public string? NewestInput => Names(_inputs).LastOrDefault();

    /// <summary>By id, oldest first. A folder without a life was never finished and is passed over.</summary>
    public IEnumerable<PlanLife> Lives()
    {
        foreach (var id in Names(_plans))
        {
            var file = Path.Combine(_plans, id, LifeFile);
            if (File.Exists(file))
                yield return JsonSerializer.Deserialize<PlanLife>(File.ReadAllText(file)) ?? throw new FormatException($"{file} holds no life of a plan.");
        }
    }

    /// <summary>The tables of an input by name.</summary>
    public Dictionary<string, string> Tables(string input) =>
        Directory.EnumerateFiles(InputPath(input), "*.csv").ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal);

    public (DateTimeOffset At, string Author) Imported(string input)
    {
        var file = Path.Combine(_inputs, input, AuthorFile);
        return (new(File.GetLastWriteTimeUtc(file)), File.ReadAllText(file));
    }

    /// <summary>Keeps tables whole: they are there when their folder has its name.</summary>
    /// <returns>The input's id.</returns>
    public string Keep(IReadOnlyDictionary<string, string> tables, string author) => Keep(tables, author, _inputs, ImportLetter);

    /// <summary>Keeps an input as it was measured for a plan.</summary>
    /// <returns>The input's id.</returns>
    public string KeepLive(IReadOnlyDictionary<string, string> tables, string author) => Keep(tables, author, _live, LiveLetter);

    public string NextPlan() => Next(_plans, "P");

    public void Keep(PlanLife life, string input, string placements, ImmutableArray<TruthNote> truth)
    {
        var draft = Draft(_plans, life.Id);
        File.WriteAllText(Path.Combine(draft, InputFile), input);
        File.WriteAllText(Path.Combine(draft, PlanTables.Current), placements);
        File.WriteAllText(Path.Combine(draft, LifeFile), JsonSerializer.Serialize(life, Written));
        File.WriteAllText(Path.Combine(draft, TruthFile), JsonSerializer.Serialize(truth, Written));
        Directory.Move(draft, Path.Combine(_plans, life.Id));
    }

    /// <summary>Writes a life anew; a reader sees the old or the new one.</summary>
    public void Keep(PlanLife life)
    {
        var file = Path.Combine(_plans, life.Id, LifeFile);
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(life, Written));
        File.Move(file + ".new", file, overwrite: true);
    }

    /// <summary>A plan's input and placements as they were kept.</summary>
    /// <exception cref="FormatException">The kept tables cannot be read any more; the message names the fault.</exception>
    public (PlanningInput Input, ImmutableArray<Placement?> Placements) Read(string plan)
    {
        var tables = Tables(File.ReadAllText(Path.Combine(_plans, plan, InputFile)));
        var input = Parse(tables);
        var stood = input.Workloads;
        tables[PlanTables.Current] = File.ReadAllText(Path.Combine(_plans, plan, PlanTables.Current));
        return (input with { Workloads = stood }, [.. Parse(tables).Workloads.Select(workload => workload.Current)]);
    }

    /// <summary>What a plan took from measurement; empty for a plan from before there was any.</summary>
    public ImmutableArray<TruthNote> Truth(string plan)
    {
        var file = Path.Combine(_plans, plan, TruthFile);
        return File.Exists(file) ? JsonSerializer.Deserialize<ImmutableArray<TruthNote>>(File.ReadAllText(file)) : [];
    }

    /// <summary>Takes a plan away, and the input that was measured for it.</summary>
    public void Forget(string plan)
    {
        var folder = Path.Combine(_plans, plan);
        var input = File.ReadAllText(Path.Combine(folder, InputFile));
        var gone = Path.Combine(_plans, $".{plan}.gone");
        Directory.Move(folder, gone);
        Directory.Delete(gone, recursive: true);
        if (input.StartsWith(LiveLetter, StringComparison.Ordinal))
            Directory.Delete(InputPath(input), recursive: true);
    }

    string InputPath(string input) => Path.Combine(input.StartsWith(LiveLetter, StringComparison.Ordinal) ? _live : _inputs, input);

    static string Keep(IReadOnlyDictionary<string, string> tables, string author, string folder, string letter)
    {
        var id = Next(folder, letter);
        var draft = Draft(folder, id);
        foreach (var (name, text) in tables)
            File.WriteAllText(Path.Combine(draft, name), text);
        File.WriteAllText(Path.Combine(draft, AuthorFile), author);
        Directory.Move(draft, Path.Combine(folder, id));
        return id;
    }

    static PlanningInput Parse(Dictionary<string, string> tables) =>
        PlanTables.Read(tables, out var faults) ?? throw new FormatException(string.Join(' ', faults.Select(fault => fault.ToString())));

    static string Draft(string folder, string id)
    {
        var draft = Path.Combine(folder, $".{id}.new");
        if (Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
        return Directory.CreateDirectory(draft).FullName;
    }

    static string Next(string folder, string letter)
    {
        var last = Names(folder).LastOrDefault() is { } name ? int.Parse(name[2..], CultureInfo.InvariantCulture) : 0;
        return string.Create(CultureInfo.InvariantCulture, $"{letter}-{last + 1:0000}");
    }

    /// <summary>In order; ids of more than four digits come after the others.</summary>
    static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)).Where(name => !name.StartsWith('.'))
            .OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal);
}
