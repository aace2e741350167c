using DcOps.Domain.Configuration;
using DcOps.Domain.Scheduling.Release;
using DcOps.Domain.Scheduling.Tables;

namespace DcOps.Planning;

/// <summary>Reads section <c>planning</c> and the tables that it names.</summary>
public static class PlanningConfiguration
{
    const int MostFaults = 20;

    /// <summary>The options; every fault of the section and of its tables is collected in the document, by file, line and column.</summary>
    public static PlanDeskOptions Load(ConfigurationDocument document)
    {
        var section = document.Section<PlanningSection>(PlanningSection.Section) ?? new PlanningSection();
        return new(new ReleasePolicy(section.ValidFor, section.TwoPersonsFromKilowatts), section.LongestSearch, Tables(document, section.Tables))
        {
            ReplanEvery = section.ReplanEvery > TimeSpan.Zero ? section.ReplanEvery : null,
            JobsAreDaily = section.DailyJobs,
        };
    }

    static ImmutableSortedDictionary<string, string> Tables(ConfigurationDocument document, string? folder)
    {
        var texts = ImmutableSortedDictionary<string, string>.Empty;
        if (folder is null)
            return texts;

        const string key = $"{PlanningSection.Section}.tables";
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(document.File))!, folder);
        if (!Directory.Exists(path))
        {
            document.Refuse(key, $"names {folder}, which is no folder beside the configuration.");
            return texts;
        }

        foreach (var name in PlanTables.Needed.Concat(PlanTables.Optional).Where(name => File.Exists(Path.Combine(path, name))))
            texts = texts.Add(name, File.ReadAllText(Path.Combine(path, name)));
        if (PlanTables.Read(texts, out var faults) is not null)
            return texts;

        foreach (var fault in faults.Take(MostFaults))
            document.Refuse(key, Path.Combine(folder, fault.ToString()));
        if (faults.Length > MostFaults)
            document.Refuse(key, $"{faults.Length - MostFaults} more faults of the tables in {folder}.");
        return texts;
    }
}
