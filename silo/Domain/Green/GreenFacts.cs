using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Green;

/// <summary>What the dated tables say of one facility over a period: a run counts by its days inside the period.</summary>
public static class GreenFacts
{
    /// <summary>The facts with racks, servers, design, contracts and fuels; a kind of which no row touches the period stays unknown.</summary>
    /// <param name="inputs">Of the facility alone.</param>
    public static FacilityFacts With(this FacilityFacts facts, GreenInputs inputs, BusinessPeriod period, BusinessCalendar calendar)
    {
        var (first, end) = (calendar.LocalDate(period.From), calendar.LocalDate(period.To));
        var servers = LastCount(inputs, end);
        return facts with
        {
            Design = inputs.Designs.LastOrDefault(each => each.Design.Of < end)?.Design ?? facts.Design,
            Servers = LoadOf(servers) ?? facts.Servers,
            ServerKinds = KindsOf(servers) is { IsEmpty: false } kinds ? kinds : facts.ServerKinds,
            Racks = inputs.Racks.LastOrDefault(stand => stand.CountedOn < end)?.Counts ?? facts.Racks,
            ContractedRenewable = Contracted(inputs, GreenSource.Renewable, first, end) ?? facts.ContractedRenewable,
            ContractedNonFossil = Contracted(inputs, GreenSource.NonFossil, first, end) ?? facts.ContractedNonFossil,
            FuelCarbon = Burnt(inputs, first, end) ?? facts.FuelCarbon,
        };
    }

    /// <summary>The newest test up to the end of a period; null when there is none.</summary>
    /// <param name="inputs">Of the facility alone.</param>
    public static ConditionTest? TestOf(this GreenInputs inputs, BusinessPeriod period, BusinessCalendar calendar) =>
        inputs.Tests.LastOrDefault(test => test.TestedOn < calendar.LocalDate(period.To));

    static List<ServerStand> LastCount(GreenInputs inputs, DateOnly end)
    {
        var counted = inputs.Servers.Where(stand => stand.CountedOn < end).ToList();
        return counted.FindAll(stand => stand.CountedOn == counted[^1].CountedOn);
    }

    // One kind that nobody measured makes the mean over all servers unknown (ISO/IEC 30134-5 counts idle ones too).
    static ServerLoad? LoadOf(List<ServerStand> servers) => servers.Count == 0 || servers.Exists(stand => stand.MeanUtilization is null)
        ? null
        : new(servers.Sum(stand => stand.MeanUtilization!.Value.Value * stand.Servers), servers.Sum(stand => stand.Servers));

    static ImmutableArray<ServerPerformance> KindsOf(List<ServerStand> servers) => servers.Exists(stand => stand.Performance is null)
        ? []
        : [.. servers.Select(stand => new ServerPerformance(stand.Performance!.Value, stand.MostPower!.Value))];

    // A certificate that nobody has retired may still be sold: it counts nothing.
    static Energy? Contracted(GreenInputs inputs, GreenSource source, DateOnly first, DateOnly end)
    {
        var own = inputs.Contracts.Where(contract => contract.Source == source && contract.RetiredOn is not null
            && Share(contract.From, contract.To, first, end) > 0).ToList();
        return own.Count == 0 ? null : new(own.Sum(contract => (long)decimal.Round(
            contract.Energy.WattHours * Share(contract.From, contract.To, first, end), MidpointRounding.AwayFromZero)));
    }

    static CarbonMass? Burnt(GreenInputs inputs, DateOnly first, DateOnly end)
    {
        var own = inputs.Fuels.Where(use => Share(use.From, use.To, first, end) > 0).ToList();
        return own.Count == 0 ? null : new(own.Sum(use => use.Carbon.Kilograms * Share(use.From, use.To, first, end)));
    }

    static decimal Share(DateOnly from, DateOnly to, DateOnly first, DateOnly end)
    {
        var days = Math.Min(to.DayNumber, end.DayNumber) - Math.Max(from.DayNumber, first.DayNumber);
        return days <= 0 ? 0 : (decimal)days / (to.DayNumber - from.DayNumber);
    }
}
