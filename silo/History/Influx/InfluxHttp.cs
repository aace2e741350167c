using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DcOps.Domain.History;

namespace DcOps.History.Influx;

/// <summary>InfluxDB's HTTP interface, versions 1 and 2.</summary>
sealed class InfluxHttp : IInfluxServer, IDisposable
{
    readonly HttpClient _client;
    readonly InfluxOptions _options;
    readonly TimeProvider _time;
    readonly Uri _write;
    readonly string _database;

    public InfluxHttp(InfluxOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false })
        {
            BaseAddress = options.Url,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.Authorization = Authorization(options);
        (_write, _database) = options switch
        {
            InfluxOptions.Version1 one => (Relative("write", ("db", one.Database), ("precision", "s")), one.Database),
            InfluxOptions.Version2 two =>
                (Relative("api/v2/write", ("org", two.Org), ("bucket", two.Bucket), ("precision", "s")), two.Bucket),
            _ => throw new ArgumentOutOfRangeException(nameof(options)),
        };
    }

    public async Task CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        if (_options is InfluxOptions.Version1)
            await AskAsync($"CREATE DATABASE {InfluxQl.Identifier(_database)}", cancellationToken);
    }

    public async Task<InfluxAnswer> WriteAsync(ReadOnlyMemory<byte> lines, CancellationToken cancellationToken)
    {
        using var content = new ReadOnlyMemoryContent(lines);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain", "utf-8");
        var (status, body) = await SendAsync(new HttpRequestMessage(HttpMethod.Post, _write) { Content = content }, cancellationToken);
        return InfluxReply.ToWrite(status, body) ?? throw Unavailable($"answered {(int)status}: {InfluxReply.Reason(body)}");
    }

    public async Task<ImmutableArray<InfluxSeries>> QueryAsync(string influxQl, CancellationToken cancellationToken) =>
        await AskAsync(influxQl, cancellationToken);

    public void Dispose() => _client.Dispose();

    static AuthenticationHeaderValue? Authorization(InfluxOptions options) => options switch
    {
        InfluxOptions.Version1 { User: { } user, Password: var password } =>
            new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))),
        InfluxOptions.Version2 { Token: { } token } => new("Token", token),
        _ => null,
    };

    static Uri Relative(string path, params ReadOnlySpan<(string Key, string Value)> parameters)
    {
        var text = new StringBuilder(path);
        var separator = '?';
        foreach (var (key, value) in parameters)
        {
            text.Append(separator).Append(key).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return new(text.ToString(), UriKind.Relative);
    }

    async Task<ImmutableArray<InfluxSeries>> AskAsync(string influxQl, CancellationToken cancellationToken)
    {
        using var content = new FormUrlEncodedContent([new("q", influxQl)]);
        var request = new HttpRequestMessage(HttpMethod.Post, Relative("query", ("db", _database), ("epoch", "s"))) { Content = content };
        var (status, body) = await SendAsync(request, cancellationToken);
        if (status != HttpStatusCode.OK)
            throw Unavailable($"answered a query with {(int)status}: {InfluxReply.Reason(body)}");

        try
        {
            return InfluxReply.ToQuery(body);
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException)
        {
            throw Unavailable($"did not answer a query: {fault.Message}", fault);
        }
    }

    async Task<(HttpStatusCode Status, byte[] Body)> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using (request)
            using (var response = await _client.SendAsync(request, either.Token))
                return (response.StatusCode, await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (OperationCanceledException fault) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Unavailable($"did not answer within {_options.Timeout.TotalSeconds:0.###} s", fault);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw Unavailable($"cannot be reached: {fault.Message}", fault);
        }
    }

    HistoryUnavailableException Unavailable(string what, Exception? cause = null) =>
        cause is null ? new($"InfluxDB at {_options.Url} {what}") : new($"InfluxDB at {_options.Url} {what}", cause);
}
