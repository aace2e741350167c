using System.Reflection;
using System.Text.Json;
using DcOps.Testing;

namespace DcOps.Collectors.Snmp.Tests.Vectors;

/// <summary>Every reference vector of SNMP is held by a test of its id.</summary>
public sealed class VectorCoverageTests
{
    [Fact]
    public void Every_vector_of_snmp_has_a_test_and_every_test_names_a_vector_that_exists()
    {
        using var file = File.OpenRead(SharedFolder.Of("reference", "vectors.json"));
        var known = JsonDocument.Parse(file).RootElement.EnumerateArray()
            .Select(vector => vector.GetProperty("id").GetString()!)
            .ToHashSet(StringComparer.Ordinal);

        var tested = typeof(VectorCoverageTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<TraitAttribute>())
            .Where(trait => trait.Name == "Vector")
            .Select(trait => trait.Value)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Equal(17, known.Count(id => id.StartsWith('S')));
        Assert.Empty(known.Where(id => id.StartsWith('S')).Except(tested));
        Assert.Empty(tested.Except(known));
    }
}
