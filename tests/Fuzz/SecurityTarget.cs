using DcOps.Collectors.Snmp.Agents;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Security;

namespace DcOps.Fuzz;

/// <summary>A v3 session that knows its device: nothing that was changed may be believed, and the device's true answer still is.</summary>
sealed class SecurityTarget : ITarget
{
    public static readonly byte[] EngineId = [0x80, 0, 0, 0, 5, 1, 2, 3];
    public static readonly ObjectIdentifier SysUpTime = ObjectIdentifier.Parse("1.3.6.1.2.1.1.3.0");

    public static readonly UsmUser[] Users =
    [
        new("monitor", AuthenticationProtocol.Sha256, "authpass123", PrivacyProtocol.Aes128, "privpass123"),
        new("signer", AuthenticationProtocol.Sha512, "authpass123"),
    ];

    readonly (UserSecurity Session, UserAgent Agent)[] _sessions =
    [
        .. Users.Select(user => (
            new UserSecurity(user, [], TimeProvider.System),
            new UserAgent(EngineId, user, new ObjectTree([(SysUpTime, () => ObjectSyntax.TimeTicks(1))]), TimeProvider.System))),
    ];

    int _id;

    public string Name => "v3 session";

    public void Try(Random random, byte[] input)
    {
        var (session, agent) = _sessions[random.Next(_sessions.Length)];
        _id = (_id + 1) & 0xFFFFFF;
        if (session.Open(input.ToArray(), _id, out _) == OpenOutcome.Answer)
            throw new InvalidOperationException("A made-up answer was believed.");

        for (var exchange = 0; exchange < 4; exchange++)
        {
            var response = new byte[2_048];
            var request = session.Seal(new(PduKind.GetRequest, [SysUpTime]), _id, new byte[2_048]).ToArray();
            var length = agent.Answer(request, response);
            if (session.Open(response.AsSpan(0, length), _id, out _) == OpenOutcome.Answer)
                return;
        }

        throw new InvalidOperationException($"After a made-up answer the device's own is not believed: {session.Reason}.");
    }
}
