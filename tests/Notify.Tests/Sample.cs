using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Notification;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;

namespace DcOps.Notify.Tests;

/// <summary>Incidents, notices and channels to try with.</summary>
static class Sample
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static NotifiedIncident Incident(int number, AlarmPriority priority = AlarmPriority.Critical, bool isOver = false) => new(
        IdOf(number), priority, [Location.Parse("NJ-01/R01/A01")], 3, isOver ? 0 : 2, isOver ? 0 : 2, Start, isOver,
        AlarmText.Of("alarm.limit.high", TextArgument.OfName("quantity", "x")), [],
        new(14, new(42_500), 2, 3), "limit-high");

    public static AlarmId IdOf(int number) =>
        AlarmId.TryParse($"{number:x32}", out var id) ? id : throw new InvalidOperationException("No id.");

    public static Notice Notice(int number, string target = "ops") => new(
        IdOf(number).Derive("notice"), NoticeKind.Raised, target, "all", 0, 0, IdOf(number), AlarmPriority.Critical, 3,
        Incident(number).Reason, 0);

    public static ChannelOptions Channel(Uri address, ChannelKind kind = ChannelKind.Webhook, bool allowPrivate = true, string name = "ops") =>
        new() { Name = name, Kind = kind, Address = address, Key = Secret.Parse("text:key"), AllowPrivate = allowPrivate };

    public static NoticeSender SenderWith(string? key, TimeProvider time, params ChannelOptions[] channels) => new(
        channels, channels.Where(_ => key is not null).ToDictionary(channel => channel.Name, _ => key!), new NoticeText(new("https://dcops.example/")), time);

    public static NoticeSender Sender(TimeProvider time, params ChannelOptions[] channels) =>
        new(channels, channels.ToDictionary(channel => channel.Name, _ => "key"), new NoticeText(new("https://dcops.example/")), time);
}
