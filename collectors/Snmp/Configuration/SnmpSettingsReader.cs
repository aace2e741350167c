using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Engine;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Snmp.Configuration;

/// <summary>Reads the section <c>snmp</c>: every fault in it is collected in the document.</summary>
static class SnmpSettingsReader
{
    /// <param name="inventory">Null when the inventory itself is faulty: locations are not looked up then.</param>
    /// <returns>Null when there is no such section, or when it is faulty.</returns>
    public static SnmpSettings? Read(ConfigurationDocument document, Inventory? inventory, ProfileLibrary profiles)
    {
        if (document.Section<SnmpSection>(SnmpSection.Key) is not { } section)
            return null;

        var isSound = true;
        void Refuse(string key, string reason)
        {
            isSound = false;
            document.Refuse($"{SnmpSection.Key}.{key}", reason);
        }

        var credentials = section.Credentials.ToDictionary(
            entry => entry.Key,
            entry => CredentialsReader.Read(entry.Value, $"credentials.{entry.Key}", section.AllowLegacy, Refuse),
            StringComparer.Ordinal);
        var places = new HashSet<(Location, string)>();
        var devices = ImmutableArray.CreateBuilder<SnmpDeviceSettings>(section.Devices.Length);
        for (var index = 0; index < section.Devices.Length; index++)
        {
            var entry = section.Devices[index];
            var key = $"devices[{index}]";
            var location = Location.Parse(entry.Location);
            if (inventory?.Knows(location) == false)
                Refuse($"{key}.location", $"'{entry.Location}' is not in the inventory.");
            if (!places.Add((location, entry.Name)))
                Refuse($"{key}.name", $"'{entry.Name}' is the name of another device at {entry.Location}.");
            if (!credentials.TryGetValue(entry.Credentials, out var known))
                Refuse($"{key}.credentials", $"'{entry.Credentials}' is not a name in snmp.credentials; known are {string.Join(", ", credentials.Keys)}.");
            if (!profiles.TryGet(entry.Profile, out var profile))
                Refuse($"{key}.profile", $"'{entry.Profile}' is not a device profile; known are {string.Join(", ", profiles.Profiles.Select(candidate => candidate.Name))}.");
            else if (known is not null && DeviceAddress.TryParse(entry.Address, out var address))
                devices.Add(new(DeviceOf(entry, location, profile), address, known));
        }

        return isSound ? new(section.Interval, new PollPatience(section.Timeout, section.Retries) { Deadline = section.Deadline ?? section.Interval }, devices.ToImmutable()) : null;
    }

    static Device DeviceOf(SnmpDeviceSection entry, Location location, DeviceProfile profile) =>
        new(entry.Name, location, profile, entry.RatedKilowatts * 1_000, entry.Feed)
        {
            Member = entry.Member,
            InletSensors = entry.InletSensors,
        };
}
