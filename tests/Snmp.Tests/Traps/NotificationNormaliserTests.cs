using System.Net;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Traps;

namespace DcOps.Collectors.Snmp.Tests.Traps;

public sealed class NotificationNormaliserTests
{
    static readonly ObjectIdentifier Apc = ObjectIdentifier.Parse("1.3.6.1.4.1.318");
    static readonly VariableBinding UpTime = new(ObjectIdentifier.Parse("1.3.6.1.2.1.1.3.0"), ObjectSyntax.TimeTicks(4200));
    static readonly VariableBinding Text = new(Apc.Append(2), ObjectSyntax.OctetString("UPS: On battery power"));

    [Theory, Trait("Vector", "S12")]
    [InlineData(6, 5, "1.3.6.1.4.1.318.0.5")]
    [InlineData(3, 0, "1.3.6.1.6.3.1.1.5.4")]
    [InlineData(0, 7, "1.3.6.1.6.3.1.1.5.1")]
    public void A_version_1_trap_has_the_name_that_version_2_gives_it(int generic, int specific, string expected)
    {
        var pdu = new Pdu(PduKind.TrapV1, 0, 0, 0, [Text]);

        var notification = NotificationNormaliser.Of(pdu, new(Apc, 0x0A010203, generic, specific, 4200))!;

        Assert.Equal(expected, notification.Kind.ToString());
        Assert.Equal([Text], notification.Variables);
        Assert.Equal(TimeSpan.FromSeconds(42), notification.UpTime);
        Assert.Equal(IPAddress.Parse("10.1.2.3"), notification.Origin);
    }

    [Theory]
    [InlineData(PduKind.TrapV2)]
    [InlineData(PduKind.InformRequest)]
    public void A_version_2_notification_keeps_what_it_says_besides_its_name_and_time(PduKind kind)
    {
        var name = new VariableBinding(ObjectIdentifier.Parse("1.3.6.1.6.3.1.1.4.1.0"), ObjectSyntax.Of(Apc.Append(0).Append(5)));

        var notification = NotificationNormaliser.Of(new(kind, 7, 0, 0, [UpTime, name, Text]), null)!;

        Assert.Equal("1.3.6.1.4.1.318.0.5", notification.Kind.ToString());
        Assert.Equal([Text], notification.Variables);
        Assert.Equal(TimeSpan.FromSeconds(42), notification.UpTime);
        Assert.Null(notification.Origin);
    }

    [Fact]
    public void A_notification_that_another_device_passed_on_says_of_whom_it_is()
    {
        var name = new VariableBinding(ObjectIdentifier.Parse("1.3.6.1.6.3.1.1.4.1.0"), ObjectSyntax.Of(Apc.Append(0).Append(5)));
        var origin = new VariableBinding(ObjectIdentifier.Parse("1.3.6.1.6.3.18.1.3.0"), ObjectSyntax.IpAddress([10, 9, 8, 7]));

        var notification = NotificationNormaliser.Of(new(PduKind.TrapV2, 7, 0, 0, [UpTime, name, origin]), null)!;

        Assert.Equal(IPAddress.Parse("10.9.8.7"), notification.Origin);
    }

    [Fact]
    public void What_names_nothing_is_no_notification()
    {
        Assert.Null(NotificationNormaliser.Of(new(PduKind.TrapV2, 7, 0, 0, [UpTime]), null));
        Assert.Null(NotificationNormaliser.Of(new(PduKind.GetRequest, 7, 0, 0, [UpTime]), null));
    }
}
