using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DcOps.Collectors.Pipeline.Profiles.Format;
using DcOps.Domain.Configuration;

namespace DcOps.Collectors.Pipeline.Profiles;

/// <summary>Every device profile there is, by name.</summary>
public sealed class ProfileLibrary(ImmutableArray<DeviceProfile> profiles)
{
    const string SchemaFile = "profile.schema.json";

    /// <summary>In order of name.</summary>
    public ImmutableArray<DeviceProfile> Profiles { get; } =
        profiles.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));

    /// <summary>The folder <c>Profiles</c> beside the program.</summary>
    public static string StandardFolder => Path.Combine(AppContext.BaseDirectory, "Profiles");

    /// <summary>Reads every <c>*.json</c> of a folder but the schema.</summary>
    /// <exception cref="ConfigurationException">A file is wrong; every fault of every file, with line and path.</exception>
    public static ProfileLibrary Load(string folder) => Load(folder, []);

    /// <summary>Reads a folder and texts besides; a text replaces the folder's file of its name.</summary>
    /// <param name="texts">File names without folder, and what they hold.</param>
    /// <exception cref="ConfigurationException">A profile is wrong, or there twice; every fault, with line and path.</exception>
    public static ProfileLibrary Load(string folder, ImmutableArray<(string File, string Text)> texts)
    {
        var faults = ImmutableArray.CreateBuilder<ConfigurationFault>();
        var drafts = new Dictionary<string, ProfileDraft>(StringComparer.Ordinal);
        var files = Files(folder, faults).Where(file => texts.All(text => text.File != Path.GetFileName(file)))
            .Select(file => (File: file, Text: File.ReadAllText(file))).Concat(texts);
        foreach (var (file, text) in files)
        {
            foreach (var draft in Collected(faults, () => ProfileCompiler.Compile(file, text)))
            {
                if (!drafts.TryAdd(draft.Title.Name, draft))
                    faults.Add(new(file, 1, "name", $"'{draft.Title.Name}' is the name of another profile."));
            }
        }

        // Of a folder with a faulty file nobody can say which profiles are missing.
        var linker = new ProfileLinker(drafts);
        var profiles = faults.Count > 0 ? [] : drafts.Values.SelectMany(draft => Collected<DeviceProfile>(faults, () => [linker.Link(draft)])).ToImmutableArray();
        return faults.Count == 0 ? new(profiles) : throw new ConfigurationException(faults.ToImmutable());
    }

    /// <summary>One profile from its text; it may include no other. Of several models the first.</summary>
    /// <param name="file">Whose name without ending is the profile's.</param>
    /// <exception cref="ConfigurationException">The text is no profile; every fault at once.</exception>
    public static DeviceProfile Parse(string file, string text) =>
        new ProfileLinker(new Dictionary<string, ProfileDraft>(StringComparer.Ordinal)).Link(ProfileCompiler.Compile(file, text)[0]);

    public bool TryGet(string name, [NotNullWhen(true)] out DeviceProfile? profile)
    {
        profile = Profiles.FirstOrDefault(candidate => candidate.Name == name);
        return profile is not null;
    }

    /// <summary>Every instance worth asking an unknown device for, each once.</summary>
    public ImmutableArray<string> Fingerprints { get; } =
        [.. profiles.SelectMany(profile => profile.Recognition.Fingerprint).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The profile for a device; null when none fits.</summary>
    /// <inheritdoc cref="Identify"/>
    public DeviceProfile? Recognise(string systemObjectId, Func<string, bool> answers) =>
        Identify(systemObjectId, answers) is RecognitionOutcome.Recognised recognised ? recognised.Profile : null;

    /// <summary>
    /// The profile with the longest fitting sysObjectID, of several the one whose fingerprint answers; else the first by name
    /// whose fingerprint answered, generic ones last and in their order.
    /// </summary>
    /// <param name="systemObjectId">Empty when the device has none.</param>
    /// <param name="answers">Whether the device has an instance; asked for <see cref="Fingerprints"/> only.</param>
    public RecognitionOutcome Identify(string systemObjectId, Func<string, bool> answers)
    {
        var longest = Profiles.Max(profile => profile.Recognition.Match(systemObjectId));
        var fitting = longest == 0 ? [] : Profiles.Where(profile => profile.Recognition.Match(systemObjectId) == longest).ToArray();
        var chosen = fitting.FirstOrDefault(profile => profile.Recognition.Fingerprint.Any(answers))
            ?? fitting.FirstOrDefault(profile => profile.Recognition.Fingerprint.IsEmpty)
            ?? fitting.FirstOrDefault();
        if (chosen is not null)
            return new RecognitionOutcome.Recognised(chosen, $"sysObjectID {systemObjectId}");

        foreach (var profile in Profiles.OrderBy(profile => profile.Recognition.GenericRank ?? 0))
        {
            if (profile.Recognition.Fingerprint.FirstOrDefault(answers) is { } instance)
                return new RecognitionOutcome.Recognised(profile, $"{instance} answers");
        }

        var asked = Fingerprints.Length;
        return new RecognitionOutcome.Refused(systemObjectId.Length == 0
            ? string.Create(CultureInfo.InvariantCulture, $"the device has no sysObjectID, and none of {asked} fingerprints answers")
            : string.Create(CultureInfo.InvariantCulture, $"sysObjectID {systemObjectId} is no profile's, and none of {asked} fingerprints answers"));
    }

    static ImmutableArray<T> Collected<T>(ImmutableArray<ConfigurationFault>.Builder faults, Func<ImmutableArray<T>> make)
    {
        try
        {
            return make();
        }
        catch (ConfigurationException wrong)
        {
            faults.AddRange(wrong.Faults);
            return [];
        }
    }

    static string[] Files(string folder, ImmutableArray<ConfigurationFault>.Builder faults)
    {
        if (Directory.Exists(folder))
        {
            return [.. Directory.EnumerateFiles(folder, "*.json")
                .Where(file => Path.GetFileName(file) != SchemaFile).Order(StringComparer.Ordinal)];
        }

        faults.Add(new(folder, 0, "profiles", "is not a folder: device profiles belong there."));
        return [];
    }
}
