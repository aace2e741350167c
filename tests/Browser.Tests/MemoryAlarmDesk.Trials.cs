using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Configuration;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Browser.Tests;

/// <summary>A history in which every rack takes 9 kW for ten minutes of each hour.</summary>
sealed partial class MemoryAlarmDesk
{
    public Task<ImmutableArray<RuleTrial>> TryAsync(
        string rule, string where, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<RuleTrial>>(
        [
            .. _inventory.Facilities.SelectMany(facility => facility.Rooms.SelectMany(room => room.Racks)).Select(rack => Location.Of(rack.Id))
                .Where(rack => IsInside(rack.Path, where)).Take(3).Select(rack => Trial(Parsed(rule), rack, from)),
        ]);

    static RuleTrial Trial(PointRule rule, Location rack, DateTimeOffset from)
    {
        var point = PointId.Total("history", Quantity.ActivePower);
        return new(new(rack, point, rule.Id), DryRun.Of(rule, new(rack, point, rule.Id), Enumerable.Range(0, 180).Select(minute => (
            from.AddMinutes(minute),
            new PointView(rack, new(point, minute % 60 < 10 ? 9_000 : 4_000, from.AddMinutes(minute), ReadingQuality.Good), null)))));
    }

    static PointRule Parsed(string rule)
    {
        try
        {
            return (PointRule)AlarmRuleBook.Parse("rule", rule).Single();
        }
        catch (ConfigurationException fault)
        {
            throw new FormatException(fault.Message, fault);
        }
    }
}
