using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Walking;

namespace DcOps.Fuzz;

/// <summary>Polls whose every answer is made up: each comes to an end, with no more values than a device can have.</summary>
sealed class WalkTarget : ITarget
{
    const int MostExchanges = 2_100;
    const int MostValues = 400_000;
    static readonly ProfilePlans Plans = new(
        [new("1.3.6.1.4.1.318.1.1.26.1.1.0", PollCadence.Poll)],
        [.. Enumerable.Range(1, 6).Select(column => new PolledObject($"1.3.6.1.4.1.318.1.1.26.6.3.1.{column}", PollCadence.Poll))]);

    readonly PollWalk _walk = new();
    readonly LearnedLimits _limits = new(Plans.Columns);
    readonly List<byte[]> _last = [];

    public string Name => "poll";

    public void Try(Random random, byte[] input)
    {
        _last.Add(input);
        if (_last.Count > 16)
            _last.RemoveAt(0);
        _walk.Begin(Plans.Full, _limits, random.Next(3) == 0 ? SnmpVersion.V1 : SnmpVersion.V2c);
        var exchanges = 0;
        while (_walk.TryCompose())
        {
            if (++exchanges > MostExchanges)
                throw new InvalidOperationException("A poll has no end.");
            var answer = _last[random.Next(_last.Count)];
            if (CommunityMessage.Decode(answer, out var message) == DecodeOutcome.Decoded)
                _walk.Accept(message.Pdu);
            else if (random.Next(3) == 0)
                _walk.Shorten();
            else
                _walk.Abandon();
        }

        if (_walk.Finish().Values.Length > MostValues)
            throw new InvalidOperationException("A poll has more values than any device.");
    }
}
