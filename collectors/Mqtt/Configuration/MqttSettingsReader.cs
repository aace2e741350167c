using DcOps.Collectors.Mqtt.Connecting;
using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Mqtt.Configuration;

/// <summary>Reads the section <c>mqtt</c>: every fault in it is collected in the document.</summary>
static class MqttSettingsReader
{
    /// <summary>Null when there is no such section, or when it is faulty.</summary>
    public static MqttSettings? Read(ConfigurationDocument document, Inventory? inventory)
    {
        if (document.Section<MqttSection>(MqttSection.Key) is not { } section)
            return null;

        var isSound = true;
        void Refuse(string key, string reason)
        {
            isSound = false;
            document.Refuse($"{MqttSection.Key}.{key}", reason);
        }

        var own = Definitions(section, Refuse);
        var mappings = Mappings(section, own, Refuse);
        var placements = Placements(section, inventory, Refuse);
        var brokers = Brokers(section, Refuse);
        var sparkplug = Sparkplug(section, own, brokers, Refuse);
        CheckSharing(section, mappings, Refuse);
        return isSound ? new(brokers, mappings, placements, sparkplug) : null;
    }

    static Dictionary<string, PayloadMapping> Definitions(MqttSection section, Action<string, string> refuse)
    {
        var own = new Dictionary<string, PayloadMapping>(StringComparer.Ordinal);
        for (var index = 0; index < section.Definitions.Length; index++)
        {
            var definition = section.Definitions[index];
            try
            {
                if (MappingLibrary.Names.Contains(definition.Name) || !own.TryAdd(definition.Name, PayloadMapping.Of(definition)))
                    refuse($"definitions[{index}].name", $"'{definition.Name}' is the name of another mapping.");
            }
            catch (MalformedMappingException fault)
            {
                refuse($"definitions[{index}].{fault.Key}", fault.Reason);
            }
        }

        return own;
    }

    static ImmutableArray<PayloadMapping> Mappings(
        MqttSection section, Dictionary<string, PayloadMapping> own, Action<string, string> refuse)
    {
        var mappings = ImmutableArray.CreateBuilder<PayloadMapping>();
        for (var index = 0; index < section.Mappings.Length; index++)
        {
            var key = $"mappings[{index}]";
            if (Find(section.Mappings[index], own) is not { } mapping)
                refuse(key, Unknown(section.Mappings[index], own));
            else if (mapping.Format == PayloadFormat.Sparkplug)
                refuse(key, $"'{mapping.Name}' is for Sparkplug; name it in mqtt.sparkplug.");
            else
                mappings.Add(mapping);
        }

        return mappings.ToImmutable();
    }

    static Dictionary<string, DevicePlacement> Placements(
        MqttSection section, Inventory? inventory, Action<string, string> refuse)
    {
        var placements = new Dictionary<string, DevicePlacement>(StringComparer.Ordinal);
        for (var index = 0; index < section.Devices.Length; index++)
        {
            var device = section.Devices[index];
            var location = Location.Parse(device.Location);
            if (inventory?.Knows(location) == false)
                refuse($"devices[{index}].location", $"'{device.Location}' is not in the inventory.");
            if (!placements.TryAdd(device.Source, new(location, device.Name, device.RatedKilowatts * 1000)))
                refuse($"devices[{index}].source", $"'{device.Source}' is placed twice.");
        }

        return placements;
    }

    static ImmutableArray<(BrokerSection Section, BrokerSettings Broker)> Brokers(
        MqttSection section, Action<string, string> refuse)
    {
        var brokers = ImmutableArray.CreateBuilder<(BrokerSection, BrokerSettings)>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < section.Brokers.Length; index++)
        {
            var broker = section.Brokers[index];
            if (!names.Add(broker.Name))
                refuse($"brokers[{index}].name", $"'{broker.Name}' is the name of another broker.");
            brokers.Add((broker, BrokerSettingsReader.Read(broker, $"brokers[{index}]", refuse)));
        }

        return brokers.ToImmutable();
    }

    static ImmutableArray<(SparkplugSection Section, BrokerSettings Broker, PayloadMapping Mapping)> Sparkplug(
        MqttSection section,
        Dictionary<string, PayloadMapping> own,
        ImmutableArray<(BrokerSection Section, BrokerSettings Broker)> brokers,
        Action<string, string> refuse)
    {
        var hosts = ImmutableArray.CreateBuilder<(SparkplugSection, BrokerSettings, PayloadMapping)>();
        for (var index = 0; index < section.Sparkplug.Length; index++)
        {
            var host = section.Sparkplug[index];
            var key = $"sparkplug[{index}]";
            var broker = brokers.FirstOrDefault(candidate => candidate.Section.Name == host.Broker).Broker;
            if (section.Sparkplug[..index].Any(other => other.Host == host.Host && other.Broker == host.Broker))
                refuse($"{key}.host", $"'{host.Host}' is a host at '{host.Broker}' already.");
            if (broker is null)
                refuse($"{key}.broker", $"'{host.Broker}' is not the name of a broker above.");
            if (Find(host.Mapping, own) is not { } mapping)
                refuse($"{key}.mapping", Unknown(host.Mapping, own));
            else if (mapping.Format != PayloadFormat.Sparkplug)
                refuse($"{key}.mapping", $"'{mapping.Name}' is not for Sparkplug.");
            else if (broker is not null)
                hosts.Add((host, broker with { Name = $"{broker.Name}-sparkplug-{host.Host}", ClientId = $"{broker.ClientId}-{host.Host}" }, mapping));
        }

        return hosts.ToImmutable();
    }

    // What a device said before would be at another collector of the group.
    static void CheckSharing(MqttSection section, ImmutableArray<PayloadMapping> mappings, Action<string, string> refuse)
    {
        if (mappings.FirstOrDefault(mapping => mapping.Merge != MergeRule.None) is not { } merging)
            return;

        for (var index = 0; index < section.Brokers.Length; index++)
        {
            if (section.Brokers[index].ShareGroup is not null)
                refuse($"brokers[{index}].shareGroup", $"does not go with the mapping '{merging.Name}', which merges each message with those before.");
        }
    }

    static PayloadMapping? Find(string name, Dictionary<string, PayloadMapping> own) =>
        own.GetValueOrDefault(name) ?? MappingLibrary.Find(name);

    static string Unknown(string name, Dictionary<string, PayloadMapping> own) =>
        $"'{name}' is not a mapping; known are {string.Join(", ", MappingLibrary.Names.Concat(own.Keys))}.";
}
