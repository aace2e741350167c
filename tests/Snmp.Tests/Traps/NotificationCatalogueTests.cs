using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Events;
using DcOps.Collectors.Snmp.Traps;
using DcOps.Domain.Configuration;
using DcOps.Testing;

namespace DcOps.Collectors.Snmp.Tests.Traps;

public sealed class NotificationCatalogueTests
{
    const string Raritan = "1.3.6.1.4.1.13742.6";
    static readonly NotificationCatalogue Catalogue = NotificationCatalogue.Load(NotificationCatalogue.StandardFolder);

    [Theory]
    [InlineData("1.3.6.1.2.1.33.2.1", EventLevel.Major, EventTransition.Raised)]
    [InlineData("1.3.6.1.2.1.33.2.0.1", EventLevel.Major, EventTransition.Raised)]
    [InlineData("1.3.6.1.2.1.33.2.2", EventLevel.Information, EventTransition.Occurred)]
    [InlineData("1.3.6.1.4.1.318.0.5", EventLevel.Major, EventTransition.Raised)]
    [InlineData("1.3.6.1.4.1.318.0.9", EventLevel.Information, EventTransition.Cleared)]
    [InlineData("1.3.6.1.4.1.318.0.276", EventLevel.Critical, EventTransition.Raised)]
    [InlineData("1.3.6.1.4.1.318.0.777", EventLevel.Critical, EventTransition.Raised)]
    [InlineData("1.3.6.1.4.1.534.1.11.4.1.0.32", EventLevel.Major, EventTransition.Raised)]
    [InlineData("1.3.6.1.4.1.534.1.11.4.1.0.44", EventLevel.None, EventTransition.Occurred)]
    [InlineData("1.3.6.1.4.1.21239.5.2.32767.0.10405", EventLevel.Major, EventTransition.Raised)]
    [InlineData("1.3.6.1.4.1.21239.5.2.32767.0.20405", EventLevel.Information, EventTransition.Cleared)]
    [InlineData("1.3.6.1.4.1.476.1.42.3.3.0.9", EventLevel.Major, EventTransition.Raised)]
    [InlineData("1.3.6.1.4.1.4555.1.1.7.2.0.10", EventLevel.Critical, EventTransition.Raised)]
    [InlineData("1.3.6.1.4.1.2254.2.4.20.0.21", EventLevel.Critical, EventTransition.Raised)]
    [InlineData("1.3.6.1.6.3.1.1.5.5", EventLevel.Security, EventTransition.Occurred)]
    [InlineData("1.3.6.1.4.1.99999.1", EventLevel.None, EventTransition.Occurred)]
    public void Knows_how_grave_a_notification_is_and_whether_it_begins_or_ends(string kind, EventLevel level, EventTransition transition)
    {
        var judgement = Catalogue.Judge(Of(kind));

        Assert.Equal((level, transition), (judgement.Level, judgement.Transition));
    }

    [Theory]
    [InlineData("4", EventLevel.Minor, EventTransition.Cleared)]
    [InlineData("5", EventLevel.Minor, EventTransition.Raised)]
    [InlineData("6", EventLevel.Major, EventTransition.Raised)]
    public void Follows_the_state_that_a_raritan_sensor_says(string state, EventLevel level, EventTransition transition)
    {
        var judgement = Catalogue.Judge(Of($"{Raritan}.0.61", ($"{Raritan}.5.2.3.1.3.1.1.1", state)));

        Assert.Equal((level, transition), (judgement.Level, judgement.Transition));
    }

    [Fact]
    public void An_end_is_about_the_same_as_its_beginning_and_not_about_its_neighbour()
    {
        var raised = Catalogue.Judge(Of($"{Raritan}.0.61", ($"{Raritan}.5.2.3.1.3.1.1.1", "6")));
        var cleared = Catalogue.Judge(Of($"{Raritan}.0.61", ($"{Raritan}.5.2.3.1.3.1.1.1", "4")));
        var neighbour = Catalogue.Judge(Of($"{Raritan}.0.61", ($"{Raritan}.5.2.3.1.3.1.1.4", "6")));

        Assert.Equal(raised.Subject, cleared.Subject);
        Assert.NotEqual(raised.Subject, neighbour.Subject);
        Assert.Equal(Catalogue.Judge(Of("1.3.6.1.4.1.318.0.5")).Subject, Catalogue.Judge(Of("1.3.6.1.4.1.318.0.9")).Subject);
    }

    [Theory]
    [InlineData(3, EventLevel.Critical)]
    [InlineData(8, EventLevel.Major)]
    [InlineData(5, EventLevel.Minor)]
    [InlineData(24, EventLevel.Information)]
    public void Grades_a_ups_alarm_by_what_it_is(uint alarm, EventLevel level)
    {
        var descr = ObjectIdentifier.Parse("1.3.6.1.2.1.33.1.6.3").Append(alarm);
        var notification = new Notification(
            ObjectIdentifier.Parse("1.3.6.1.2.1.33.2.3"), [new(ObjectIdentifier.Parse("1.3.6.1.2.1.33.1.6.2.1.2.7"), ObjectSyntax.Of(descr))], null, null);

        Assert.Equal(level, Catalogue.Judge(notification).Level);
    }

    [Theory]
    [InlineData("""{ "source": "x", "notifications": [ { "oid": "1.3", "name": "a", "meaning": "b", "meaningZh": "c", "level": "huge" } ] }""")]
    [InlineData("""{ "source": "x", "notifications": [ { "oid": "1.3", "name": "a", "meaning": "b", "meaningZh": "c", "colour": 1 } ] }""")]
    [InlineData("""{ "source": "x", "notifications": [ { "oid": "1.3.0.1", "name": "a", "meaning": "b", "meaningZh": "c" }, { "oid": "1.3.1", "name": "a", "meaning": "b", "meaningZh": "c" } ] }""")]
    [InlineData("""{ "notifications": [] }""")]
    public void A_wrong_file_is_refused_with_its_name(string text)
    {
        using var folder = new ScratchFolder();
        File.WriteAllText(folder.Of("wrong.json"), text);

        var refusal = Assert.Throws<ConfigurationException>(() => NotificationCatalogue.Load(folder.Path));

        Assert.Contains("wrong.json", refusal.Message, StringComparison.Ordinal);
    }

    static Notification Of(string kind, params (string Name, string Value)[] variables) => new(
        ObjectIdentifier.Parse(kind),
        [.. variables.Select(each => new VariableBinding(
            ObjectIdentifier.Parse(each.Name), ObjectSyntax.Integer32(int.Parse(each.Value, System.Globalization.CultureInfo.InvariantCulture))))],
        null,
        null);
}
