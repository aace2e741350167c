using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Alarms.Work;
using DcOps.Domain.Configuration;
using DcOps.Domain.Csv;
using DcOps.Domain.PowerChain;

namespace DcOps.Grains.Alarms;

/// <summary>Reads section <c>alarms</c> and the files that it names.</summary>
public static class AlarmConfiguration
{
    const int MostFaults = 20;
    const string Windows = "windows";

    /// <summary>The settings; every fault of the section and of its files is collected in the document, by file, line and key.</summary>
    public static AlarmSettings Load(ConfigurationDocument document)
    {
        var section = document.Section<AlarmSection>(AlarmSection.Name) ?? new AlarmSection();
        var rules = section.Rules.SelectMany((file, index) => Read(
            document, $"rules[{index}]", file, text => (IReadOnlyCollection<AlarmRule>)AlarmRuleBook.Parse(file, text)) ?? []);
        var windows = section.Windows.SelectMany((file, index) => Read(
            document, $"{Windows}[{index}]", file, text => WindowsOf(file, text)) ?? []);
        return new(
            new(AlarmRuleBook.Shipped.Rules.Concat(rules)), ChainOf(document, section.Chain) ?? DependencyGraph.Empty, [.. windows],
            section.Groups)
        {
            Suppressions = section.Suppressions ?? DesignRules.Shipped,
        };
    }

    static DependencyGraph? ChainOf(ConfigurationDocument document, string? file)
    {
        if (file is null)
            return null;
        if (!file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            return Read(document, "chain", file, text => ChainImport.FromJson(file, text));

        return Read(document, "chain", file, text =>
        {
            var faults = new List<CsvFault>();
            var graph = ChainImport.FromCsv(file, text, faults);
            foreach (var fault in faults.Take(MostFaults))
                document.Refuse($"{AlarmSection.Name}.chain", fault.ToString());
            if (faults.Count > MostFaults)
                document.Refuse($"{AlarmSection.Name}.chain", $"{faults.Count - MostFaults} more faults of {file}.");
            return graph;
        });
    }

    static List<MaintenanceWindow> WindowsOf(string file, string text)
    {
        var windows = ConfigurationDocument.Parse(file, text);
        var section = windows.Section<WindowText[]>(Windows, required: true) ?? [];
        var read = new List<MaintenanceWindow>();
        for (var index = 0; index < section.Length; index++)
        {
            var schedules = new object?[] { section[index].Fixed, section[index].Flexible, section[index].Recurring };
            if (schedules.Count(schedule => schedule is not null) == 1)
                read.Add(section[index].ToWindow());
            else
                windows.Refuse($"{Windows}[{index}]", "states one of 'fixed', 'flexible' and 'recurring'.");
        }

        windows.ThrowIfFaulty();
        return read;
    }

    static T? Read<T>(ConfigurationDocument document, string key, string file, Func<string, T?> read)
        where T : class
    {
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(document.File))!, file);
        if (!File.Exists(path))
        {
            document.Refuse($"{AlarmSection.Name}.{key}", $"names {file}, which is not beside the configuration.");
            return null;
        }

        try
        {
            return read(File.ReadAllText(path));
        }
        catch (ConfigurationException fault)
        {
            foreach (var each in fault.Faults)
                document.Refuse($"{AlarmSection.Name}.{key}", each.ToString());
            return null;
        }
    }
}
