using System.Collections.Concurrent;
using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms.Notification;
using DcOps.Notify.Channels;

namespace DcOps.Notify;

/// <summary>The configured channels: finds the one that reaches a target, and remembers how each does.</summary>
public sealed class NoticeSender : INoticeSender, IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Silences are answered all at once.
    const int MostAnswered = 8 * 1024 * 1024;

    readonly ImmutableArray<(ChannelOptions Options, INoticeChannel Channel)> _channels;
    readonly ConcurrentDictionary<string, ChannelState> _states = new(StringComparer.Ordinal);
    readonly List<HttpClient> _clients = [];
    readonly NoticeText _texts;

    /// <param name="keys">Revealed secrets by the channel's name.</param>
    public NoticeSender(IReadOnlyCollection<ChannelOptions> channels, IReadOnlyDictionary<string, string> keys, NoticeText texts, TimeProvider time)
    {
        _texts = texts;
        _channels = [.. channels.Select(options => (options, Make(options, keys.GetValueOrDefault(options.Name), time)))];
        foreach (var (options, channel) in _channels)
            _states[options.Name] = new(options.Name, channel.Kind, null, 0, 0, null, []);
        Time = time;
    }

    TimeProvider Time { get; }

    public ImmutableArray<ChannelState> Channels => [.. _states.Values.OrderBy(state => state.Name, StringComparer.Ordinal)];

    public ImmutableArray<NoticeSilence>? Silences
    {
        get
        {
            var all = ImmutableArray.CreateBuilder<NoticeSilence>();
            foreach (var (_, channel) in _channels)
            {
                if (channel.Silences is not { } own)
                    return null;
                all.AddRange(own);
            }

            return all.DrainToImmutable();
        }
    }

    public string? ChannelOf(string target) => Find(target).Channel?.Name;

    public async Task<SentNotice> SendAsync(Notice notice, NotifiedIncident incident, CancellationToken cancellationToken)
    {
        var (options, channel) = Find(notice.Target);
        if (channel is null)
            return new(notice.Target, $"no channel reaches '{notice.Target}'; name it under 'for' of a channel", IsFinal: true);

        var sent = await channel.SendAsync(notice, incident, _texts.Of(notice, incident, options.Language == "zh"), cancellationToken);
        Note(channel, sent.Fault);
        return sent;
    }

    public async Task ShowAsync(ImmutableArray<NotifiedIncident> open, CancellationToken cancellationToken)
    {
        foreach (var (_, channel) in _channels.Where(each => !each.Channel.CarriesNotices))
        {
            try
            {
                Note(channel, await channel.ShowAsync(open, cancellationToken));
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException)
            {
                Note(channel, fault.Message);
            }
        }
    }

    public void Dispose() => _clients.ForEach(client => client.Dispose());

    (ChannelOptions Options, INoticeChannel? Channel) Find(string target) => _channels.FirstOrDefault(each =>
        each.Channel.CarriesNotices && each.Options.Reaches.Contains(target, StringComparer.Ordinal));

    void Note(INoticeChannel channel, string? fault) => _states.AddOrUpdate(
        channel.Name, name => new(name, channel.Kind, null, 0, 0, fault, []),
        (_, state) => state with { Fault = fault, Silences = channel.Silences ?? [], LastDeliveredAt = fault is null ? Time.GetUtcNow() : state.LastDeliveredAt });

    INoticeChannel Make(ChannelOptions options, string? key, TimeProvider time) => options.Kind switch
    {
        ChannelKind.Email => new EmailChannel(options, key, time),
        ChannelKind.Syslog => new SyslogChannel(options, time),
        ChannelKind.Sms => new SmsChannel(options, key, Client(options)),
        ChannelKind.Alertmanager => new AlertmanagerChannel(options, key, Client(options), time, _texts),
        _ => new WebhookChannel(options, key, Client(options), time),
    };

    HttpClient Client(ChannelOptions options)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        if (!options.AllowPrivate)
            handler.ConnectCallback = PrivateAddress.ConnectPublicAsync;
        var http = new HttpClient(handler) { Timeout = Patience, MaxResponseContentBufferSize = MostAnswered };
        _clients.Add(http);
        return http;
    }
}
