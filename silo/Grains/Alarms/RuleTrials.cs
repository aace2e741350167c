using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Configuration;
using DcOps.Domain.History;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Grains.Alarms;

/// <summary>Runs a rule of points over the minutes that history keeps, before it is in force.</summary>
public sealed class RuleTrials(AlarmParts parts, IHistoryReader history)
{
    /// <summary>Racks that one trial reads at most: a trial over a province is asked for facility by facility.</summary>
    const int MostRacks = 2_000;

    const string Device = "history";

    /// <inheritdoc cref="IAlarmPlanning.TryAsync"/>
    public async Task<ImmutableArray<RuleTrial>> TryAsync(
        string rule, string where, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var tried = RuleOf(rule);
        // A minute says what a rack took and how warm its inlet was; a rule of anything else has no history to be tried on.
        var quantity = tried.Quantities.FirstOrDefault(each => each is Quantity.ActivePower or Quantity.InletTemperature);
        if (quantity == Quantity.None)
            throw new FormatException($"A rule of {string.Join(", ", tried.Quantities)} cannot be tried: history keeps power and inlet temperature by minute.");

        var racks = RacksOf(where).ToList();
        if (racks.Count > MostRacks)
            throw new FormatException($"{where} has {racks.Count} racks; a trial reads at most {MostRacks}.");

        var trials = ImmutableArray.CreateBuilder<RuleTrial>();
        foreach (var rack in racks)
        {
            var location = Location.Of(rack);
            if (!tried.Where.Covers(location))
                continue;
            var key = new AlarmKey(location, PointId.Total(Device, quantity), tried.Id);
            var minutes = await history.RackMinutesAsync(rack, from, to, cancellationToken);
            var run = DryRun.Of(tried, key, minutes.Select(minute => (minute.Minute, ViewOf(location, quantity, minute))));
            if (run.Samples > 0)
                trials.Add(new(key, run));
        }

        return trials.DrainToImmutable();
    }

    static PointRule RuleOf(string text)
    {
        try
        {
            return AlarmRuleBook.Parse("rule", text) is [PointRule only]
                ? only
                : throw new FormatException("One rule about the values of points is tried at a time.");
        }
        catch (ConfigurationException fault)
        {
            throw new FormatException(fault.Message, fault);
        }
    }

    PointView ViewOf(Location location, Quantity quantity, RackMinute minute)
    {
        // The worst of the minute is what a rule of a high limit would have seen of it.
        var value = quantity == Quantity.ActivePower ? minute.Power?.Max : minute.InletTemperature?.Max;
        var reading = new Reading(PointId.Total(Device, quantity), value, minute.Minute, ReadingQuality.Good);
        return new(location, reading, parts.Points.Equipment.Of(location, PointId.Total("", quantity)));
    }

    IEnumerable<RackId> RacksOf(string where) => parts.Inventory.Facilities
        .SelectMany(facility => facility.Rooms).SelectMany(room => room.Racks).Select(rack => rack.Id)
        .Where(rack => AlarmQueries.IsInside(rack.Value, where));
}
