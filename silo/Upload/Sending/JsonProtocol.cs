using System.Globalization;
using System.Net.Http.Headers;
using DcOps.Upload.Configuration;
using DcOps.Upload.Items;
using DcOps.Upload.Payloads;

namespace DcOps.Upload.Sending;

/// <summary>JSON over HTTPS in the form that a destination's configuration gives.</summary>
sealed class JsonProtocol : IProvincialProtocol, IDisposable
{
    const int MostAnswerBytes = 64 << 20;

    readonly UploadDestination _destination;
    readonly Message _message;
    readonly BaseTables _base;
    readonly TimeProvider _time;
    readonly HttpClient _http;
    Uri _service;
    string? _offeredVersion;
    long _number;

    public JsonProtocol(UploadDestination destination, PayloadSeal seal, string folder, TimeProvider time, HttpMessageHandler handler)
    {
        (_destination, _message, _time, _service) = (destination, new(destination, seal), time, Directory(destination.Url));
        _base = new(Path.Combine(folder, $"{destination.Name}.base.json"));
        _http = new(handler, disposeHandler: true) { Timeout = destination.Timeout, MaxResponseContentBufferSize = MostAnswerBytes };
        // Numbers of messages go on over restarts.
        _number = time.GetUtcNow().ToUnixTimeMilliseconds();
    }

    public async Task<UploadAnswer> RegisterAsync(UploadFacility facility, CancellationToken cancellationToken)
    {
        if (_destination.Messages.RegisterPath is not { } path)
            return new UploadAnswer.Taken(HadThem: true);

        var (answer, body) = await PostAsync(Directory(_destination.Url), path, _message.Registration(facility, Number(), _time.GetUtcNow()), cancellationToken);
        if (answer is UploadAnswer.Taken && _destination.Reply.Service is { } key && ReplyReader.Text(body, key) is { } named
            && Uri.TryCreate(named, UriKind.Absolute, out var service))
        {
            if (service.Scheme != "https" && !_destination.IsBehindGateway)
                return new UploadAnswer.Refused($"the platform names the address {service}, which is not encrypted");
            _service = Directory(service);
        }

        return answer;
    }

    public async Task<(UploadAnswer Answer, bool IsNew)> CheckVersionAsync(CancellationToken cancellationToken)
    {
        if (_destination.Messages.VersionPath is not { } path || _destination.Reply.Version is not { } key)
            return (new UploadAnswer.Taken(HadThem: true), false);

        var (answer, body) = await SendAsync(new(HttpMethod.Get, new Uri(_service, path)), cancellationToken);
        _offeredVersion = ReplyReader.Text(body, key);
        return (answer, answer is UploadAnswer.Taken && _offeredVersion is not null && _offeredVersion != _base.Version);
    }

    public async Task<UploadAnswer> DownloadBaseAsync(CancellationToken cancellationToken)
    {
        if (_destination.Messages.BasePath is not { } path)
            return new UploadAnswer.Taken(HadThem: true);

        var (answer, body) = await SendAsync(new(HttpMethod.Get, new Uri(_service, path)), cancellationToken);
        if (answer is UploadAnswer.Taken)
            _base.Keep(_offeredVersion ?? "", body);
        return answer;
    }

    public async Task<UploadAnswer> UploadEnterpriseAsync(UploadFacility facility, CancellationToken cancellationToken) =>
        _destination.Messages.EnterprisePath is { } path
            ? (await PostAsync(_service, path, _message.Enterprise(facility, Number(), _time.GetUtcNow()), cancellationToken)).Answer
            : new UploadAnswer.Taken(HadThem: true);

    public async Task<UploadAnswer> UploadMetersAsync(UploadFacility facility, CancellationToken cancellationToken) =>
        _destination.Messages.MetersPath is { } path
            ? (await PostAsync(_service, path, _message.Meters(facility, Number(), _time.GetUtcNow()), cancellationToken)).Answer
            : new UploadAnswer.Taken(HadThem: true);

    public async Task<UploadAnswer> UploadDataAsync(IReadOnlyList<UploadItem> items, CancellationToken cancellationToken) =>
        (await PostAsync(_service, _destination.Messages.DataPath, _message.Data(items, Number(), _time.GetUtcNow()), cancellationToken)).Answer;

    public void Dispose() => _http.Dispose();

    // Without a slash at its end an address loses its last step when a path is added.
    static Uri Directory(Uri address) => address.AbsoluteUri.EndsWith('/') ? address : new(address.AbsoluteUri + "/");

    string Number() => Interlocked.Increment(ref _number).ToString(CultureInfo.InvariantCulture);

    Task<(UploadAnswer Answer, string Body)> PostAsync(Uri service, string path, byte[] content, CancellationToken cancellationToken)
    {
        var json = new ByteArrayContent(content);
        json.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return SendAsync(new(HttpMethod.Post, new Uri(service, path)) { Content = json }, cancellationToken);
    }

    async Task<(UploadAnswer Answer, string Body)> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using (request)
            {
                using var response = await _http.SendAsync(request, cancellationToken);
                var body = await response.Content.ReadAsStringAsync(cancellationToken);
                return response.IsSuccessStatusCode
                    ? (ReplyReader.Answer(_destination.Reply, body), body)
                    : (new UploadAnswer.Failed(
                        string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)response.StatusCode}"),
                        ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)), body);
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (new UploadAnswer.Failed(fault is OperationCanceledException ? $"no answer within {_destination.Timeout}" : fault.Message), "");
        }
    }
}
