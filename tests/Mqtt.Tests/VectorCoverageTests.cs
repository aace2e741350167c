using System.Reflection;
using System.Text.Json;
using DcOps.Testing;

namespace DcOps.Collectors.Mqtt.Tests;

/// <summary>Every reference vector about MQTT has a test that names it.</summary>
public sealed class VectorCoverageTests
{
    [Fact]
    public void Every_vector_about_MQTT_is_tested_by_its_id()
    {
        using var vectors = JsonDocument.Parse(File.ReadAllText(SharedFolder.Of("reference", "vectors.json")));
        var wanted = vectors.RootElement.EnumerateArray().Select(vector => vector.GetProperty("id").GetString()!)
            .Where(id => id.StartsWith('Q'));

        var tested = typeof(VectorCoverageTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<TraitAttribute>())
            .Where(trait => trait.Name == "Vector")
            .Select(trait => trait.Value);

        Assert.Empty(wanted.Except(tested));
    }
}
