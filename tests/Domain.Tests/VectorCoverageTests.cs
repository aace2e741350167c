using System.Reflection;

namespace DcOps.Domain.Tests;

/// <summary>Every vector that the domain answers for is held by a test of its id.</summary>
public sealed class VectorCoverageTests
{
    static readonly string[] Owed =
    [
        "K01", "K02", "K03", "K04", "K05", "K24", "K25", "M01", "M02", "M03", "M04", "M05", "M06", "M07", "M08", "M09", "M10",
        "M11", "M12", "M13", "M14", "M15", "M18", "M19", "M20", "M23",
    ];

    [Fact]
    public void Every_vector_owed_has_a_test_and_every_test_names_a_vector_that_exists()
    {
        var known = Vectors.Load();

        var tested = typeof(VectorCoverageTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<TraitAttribute>())
            .Where(trait => trait.Name == "Vector")
            .Select(trait => trait.Value)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Owed.Except(tested));
        Assert.Empty(tested.Except(known.Keys));
    }
}
