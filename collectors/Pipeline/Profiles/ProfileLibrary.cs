using System.Diagnostics.CodeAnalysis;
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
    public static ProfileLibrary Load(string folder)
    {
        var profiles = ImmutableArray.CreateBuilder<DeviceProfile>();
        var faults = ImmutableArray.CreateBuilder<ConfigurationFault>();
        foreach (var file in Files(folder, faults))
        {
            try
            {
                profiles.Add(Parse(file, File.ReadAllText(file)));
            }
            catch (ConfigurationException wrong)
            {
                faults.AddRange(wrong.Faults);
            }
        }

        return faults.Count == 0 ? new(profiles.ToImmutable()) : throw new ConfigurationException(faults.ToImmutable());
    }

    /// <summary>One profile from its text.</summary>
    /// <param name="file">Whose name without ending is the profile's.</param>
    /// <exception cref="ConfigurationException">The text is no profile; every fault at once.</exception>
    public static DeviceProfile Parse(string file, string text) => ProfileCompiler.Compile(file, text);

    public bool TryGet(string name, [NotNullWhen(true)] out DeviceProfile? profile)
    {
        profile = Profiles.FirstOrDefault(candidate => candidate.Name == name);
        return profile is not null;
    }

    /// <summary>Every instance worth asking an unknown device for, each once.</summary>
    public ImmutableArray<string> Fingerprints { get; } =
        [.. profiles.SelectMany(profile => profile.Recognition.Fingerprint).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>
    /// The profile for a device: the one with the longest fitting sysObjectID, else the first by name whose fingerprint
    /// answered, generic ones last; null when none fits.
    /// </summary>
    /// <param name="answers">Whether the device has an instance; asked for <see cref="Fingerprints"/> only.</param>
    public DeviceProfile? Recognise(string systemObjectId, Func<string, bool> answers) =>
        Profiles.Where(profile => profile.Recognition.Match(systemObjectId) > 0)
            .MaxBy(profile => profile.Recognition.Match(systemObjectId))
        ?? Profiles.OrderBy(profile => profile.Recognition.IsGeneric)
            .FirstOrDefault(profile => profile.Recognition.Fingerprint.Any(answers));

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
