using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Tests.Physics;

public sealed class PueTests
{
    [Fact]
    public void Dump()
    {
        foreach (var kind in Enum.GetValues<SiteKind>())
            foreach (var age in new[] { 0.0, 5, 9, 12, 15 })
            {
                var y = SiteYear.Energy(kind, age);
                TestContext.Current.TestOutputHelper!.WriteLine($"{kind,-11} {age,3} year {SiteYear.Pue(kind, age):F3} jan {SiteYear.Pue(kind, age, 5, 28):F3} jul {SiteYear.Pue(kind, age, 185, 28):F3} nov {SiteYear.Pue(kind, age, 305, 28):F3} XZ {SiteYear.Pue(kind, age, city: "XZ"):F3} load {y.ItInput / 364e0 / 86400 / 1000 / SiteYear.Plan(kind, age).ItCapacity.Watts:F2} | ups {(double)y.UpsLoss / y.ItInput:P1} dist {(double)y.DistributionLoss / y.ItInput:P1} ch {(double)y.Chillers / y.ItInput:P1} fan {(double)y.Fans / y.ItInput:P1} pump {(double)y.Pumps / y.ItInput:P1} tow {(double)y.Towers / y.ItInput:P1} house {(double)y.House / y.ItInput:P1} tr {(double)y.TransformerLoss / y.ItInput:P1}");
            }
    }
}
