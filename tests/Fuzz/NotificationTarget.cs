using System.Text;
using DcOps.Collectors.Snmp.Traps;

namespace DcOps.Fuzz;

/// <summary>The receiver of traps and informs, from the datagram to what the catalogue says of it.</summary>
sealed class NotificationTarget : ITarget
{
    readonly NotificationCatalogue _catalogue = NotificationCatalogue.Load(NotificationCatalogue.StandardFolder);
    readonly CommunityNotifications _communities = new([Encoding.UTF8.GetBytes("public")]);
    readonly UserNotifications _users;

    public NotificationTarget()
    {
        var folder = Directory.CreateTempSubdirectory("dcops-fuzz-");
        _users = new([.. SecurityTarget.Users], EngineIdentity.Load(Path.Combine(folder.FullName, "engine"), TimeProvider.System), TimeProvider.System);
        folder.Delete(recursive: true);
    }

    public string Name => "notification";

    public void Try(Random random, byte[] input)
    {
        Judge(_communities.Open(input));
        Judge(_users.Open(input));
    }

    void Judge(ReceivedPdu received)
    {
        if (received.Pdu is { } pdu && NotificationNormaliser.Of(pdu, received.Head) is { } notification)
            _catalogue.Judge(notification);
    }
}
