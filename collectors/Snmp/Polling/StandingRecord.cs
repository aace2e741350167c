using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Snmp.Engine;

namespace DcOps.Collectors.Snmp.Polling;

/// <summary>How we stand with one device, since when and why; counts its polls.</summary>
sealed class StandingRecord
{
    DateTimeOffset _since;
    DateTimeOffset? _lastAnsweredAt;
    long _answered;
    long _failed;

    public StandingRecord(DateTimeOffset since)
    {
        _since = since;
        SnmpMetrics.Count(Standing, 1);
    }

    public DeviceStanding Standing { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>Polls in a row without an answer.</summary>
    public int Failures { get; private set; }

    /// <summary>Takes the outcome of a poll.</summary>
    /// <returns>The standing before and how long it lasted; null when nothing changed.</returns>
    public (DeviceStanding Before, TimeSpan Lasted)? Take(PollOutcome outcome, DateTimeOffset at)
    {
        var (standing, reason) = outcome switch
        {
            PollOutcome.Answered => (DeviceStanding.Answering, ""),
            PollOutcome.TimedOut => (DeviceStanding.Silent, "no answer"),
            PollOutcome.Refused refused => (DeviceStanding.Refusing, refused.Reason),
            PollOutcome.Unusable unusable => (DeviceStanding.Unusable, unusable.Reason),
            PollOutcome.Unreachable unreachable => (DeviceStanding.Unreachable, unreachable.Reason),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "This is no outcome of a poll."),
        };
        if (standing == DeviceStanding.Answering)
        {
            _answered++;
            _lastAnsweredAt = at;
            Failures = 0;
        }
        else
        {
            _failed++;
            Failures++;
        }

        if (reason != Reason)
        {
            SnmpMetrics.CountFailing(Reason, -1);
            SnmpMetrics.CountFailing(reason, 1);
        }

        Reason = reason;
        if (standing == Standing)
            return null;

        var change = (Standing, at - _since);
        SnmpMetrics.Count(Standing, -1);
        SnmpMetrics.Count(standing, 1);
        Standing = standing;
        _since = at;
        return change;
    }

    public SnmpDeviceStatus Of(Device device, string address) =>
        new(device, address, Standing, Reason, _since, _lastAnsweredAt, _answered, _failed);

    /// <summary>Takes the device out of the counts.</summary>
    public void Leave()
    {
        SnmpMetrics.Count(Standing, -1);
        SnmpMetrics.CountFailing(Reason, -1);
    }
}
