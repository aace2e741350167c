using DcOps.Testing;

namespace DcOps.Architecture.Tests;

/// <summary>
/// Wire and storage grow by addition: what is serialised is written down in <c>silo/Contracts/WireShapes.txt</c> and
/// changes only with it. A number or an alias is never used for something else.
/// Run with <c>DCOPS_WRITE_WIRE_SHAPES=1</c> to write the file, and review the difference.
/// </summary>
public sealed class WireShapeTests
{
    const string Switch = "DCOPS_WRITE_WIRE_SHAPES";

    static readonly IReadOnlyList<WireShape> Shapes = WireShape.All();

    static string Reviewed => RepositoryRoot.Of("silo", "Contracts", "WireShapes.txt");

    [Fact]
    public void Every_serialised_type_is_as_reviewed()
    {
        var actual = string.Join('\n', Shapes) + WireShape.Enumerations(Shapes);
        if (Environment.GetEnvironmentVariable(Switch) == "1")
            File.WriteAllText(Reviewed, actual);

        Assert.Equal(File.ReadAllText(Reviewed), actual);
    }

    [Fact]
    public void Every_serialised_type_has_an_alias_of_its_own()
    {
        Assert.Empty(Shapes.Where(shape => shape.Alias is null).Select(shape => shape.Name));
        Assert.Empty(Shapes.GroupBy(shape => shape.Alias).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Every_member_of_a_serialised_type_has_a_number_of_its_own()
    {
        Assert.Empty(Shapes.SelectMany(shape => shape.Unnumbered.Select(member => $"{shape.Name}.{member}")));
        Assert.Empty(Shapes
            .Where(shape => shape.Members.Select(member => member.Id).Distinct().Count() != shape.Members.Length)
            .Select(shape => shape.Name));
    }

    [Fact]
    public void Serialised_types_are_found_at_all()
    {
        Assert.Contains("RackMinute", Shapes.Select(shape => shape.Name));
        Assert.Contains("FoldReceipt", Shapes.Select(shape => shape.Name));
    }
}
