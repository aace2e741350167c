using DcOps.Domain.Quality;

namespace DcOps.Domain.Tests.Quality;

public sealed class DisclosureTests
{
    [Theory]
    [Trait("Vector", "D11")]
    [InlineData(new long[] { 40, 35, 25 }, true)]
    [InlineData(new long[] { 80, 10, 10 }, false)]
    [InlineData(new long[] { 60, 35, 5 }, false)]
    [InlineData(new long[] { 50, 50 }, false)]
    public void Publishes_only_what_tells_nothing_of_one_operator(long[] byOperator, bool mayPublish)
    {
        Assert.Equal(mayPublish, DisclosureRule.MayPublish(byOperator));
    }

    [Fact]
    [Trait("Vector", "D12")]
    public void Hides_a_second_cell_when_one_would_follow_by_subtraction()
    {
        Assert.Equal([true, true, false], DisclosureRule.Suppressed([(100, true), (200, false), (300, false)]));
        Assert.Equal([true, true, false], DisclosureRule.Suppressed([(100, true), (200, true), (300, false)]));
        Assert.Equal([false, false], DisclosureRule.Suppressed([(100, false), (200, false)]));
    }

    [Fact]
    [Trait("Vector", "D15")]
    public void A_result_inherits_the_highest_grade_of_its_columns()
    {
        Assert.Equal(DataClass.General3, DataClasses.OfResult(DataClass.General1, DataClass.General3));
        Assert.Throws<ArgumentException>(() => DataClasses.OfResult());
    }
}
