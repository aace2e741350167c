using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms.Notification;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;
using DcOps.Notify.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace DcOps.Notify;

/// <summary>Reads who is told and by what from section <c>alarms</c>, and adds what the notification grain is given.</summary>
public static class NotificationConfiguration
{
    static readonly NotificationPolicy Nobody = new([], TimeSpan.Zero, TimeSpan.Zero, 1, TimeSpan.FromMinutes(1));

    /// <summary>The registry is added before; every fault is collected in the document, by file, line and key.</summary>
    public static IServiceCollection AddDcOpsNotification(this IServiceCollection services, ConfigurationDocument document, Inventory inventory)
    {
        var section = document.Section<NotificationSection>(NotificationSection.Name) ?? new NotificationSection();
        Check(document, section);
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (index, channel) in section.Channels.Index())
        {
            if (channel.Key?.RevealOrRefuse(document, $"{NotificationSection.Name}.channels[{index}].key") is { } key)
                keys[channel.Name] = key;
            if (channel.Authority is { } file && new Trust(file).Fault() is { } fault)
                document.Refuse($"{NotificationSection.Name}.channels[{index}].authority", fault);
        }

        services.AddSingleton<INoticeSender>(provider => new NoticeSender(
            section.Channels, keys, new NoticeText(section.Pages), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new NotificationParts(
            section.Policies?.ToPolicy() ?? Nobody, section.Rosters.ToImmutableDictionary(roster => roster.Name, roster => roster.ToRoster(), StringComparer.Ordinal),
            provider.GetRequiredService<INoticeStore>(), provider.GetRequiredService<INoticeSender>(), inventory.Facilities.Length,
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>Names that lead nowhere would be found at night: they stop the start.</summary>
    static void Check(ConfigurationDocument document, NotificationSection section)
    {
        foreach (var twice in section.Channels.Select(channel => channel.Name).GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            document.Refuse($"{NotificationSection.Name}.channels", $"has '{twice.Key}' twice; keep one.");
        foreach (var twice in section.Rosters.Select(roster => roster.Name).GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            document.Refuse($"{NotificationSection.Name}.rosters", $"has '{twice.Key}' twice; keep one.");

        var rosters = section.Rosters.Select(roster => roster.Name).ToHashSet(StringComparer.Ordinal);
        var reached = section.Channels.SelectMany(channel => channel.Reaches).ToHashSet(StringComparer.Ordinal);
        foreach (var (route, options) in (section.Policies?.Routes ?? []).Index())
        {
            foreach (var (step, each) in options.Steps.Index())
            {
                var key = $"{NotificationSection.Name}.policies.routes[{route}].steps[{step}]";
                if (each.Roster.Length > 0 && !rosters.Contains(each.Roster))
                    document.Refuse($"{key}.roster", $"is '{each.Roster}', which is no roster; known are {string.Join(", ", rosters.Order(StringComparer.Ordinal))}.");
                foreach (var target in each.Targets.Where(target => !reached.Contains(target)))
                    document.Refuse($"{key}.targets", $"has '{target}', which no channel reaches; name a channel, or add the person to a channel's 'for'.");
            }
        }

        foreach (var (index, roster) in section.Rosters.Index())
        {
            foreach (var person in roster.People.Concat(roster.Substitutes.Select(substitute => substitute.Person)).Where(person => !reached.Contains(person)))
                document.Refuse($"{NotificationSection.Name}.rosters[{index}].people", $"has '{person}', whom no channel reaches; add the person to a channel's 'for'.");
        }
    }
}
