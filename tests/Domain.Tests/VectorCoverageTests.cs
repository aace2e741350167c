using System.Reflection;

namespace DcOps.Domain.Tests;

/// <summary>Every vector that the domain answers for is held by a test of its id.</summary>
public sealed class VectorCoverageTests
{
    static readonly string[] Owed =
    [
        .. Ids('K', 32), .. Ids('M', 23), .. Ids('U', 3), .. Ids('D', 15), .. Ids('A', 14),
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

    static IEnumerable<string> Ids(char topic, int last) =>
        Enumerable.Range(1, last).Select(number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{topic}{number:00}"));
}
