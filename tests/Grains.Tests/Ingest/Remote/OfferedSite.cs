using System.Net;
using DcOps.Contracts.Collectors;
using DcOps.Domain.Configuration;
using DcOps.Silo.Host.Ingest.Remote;
using DcOps.Silo.Host.Ingest.Remote.Sites;
using DcOps.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Grains.Tests.Ingest.Remote;

/// <summary>A province with two facilities, and the configuration file of a collector that is enrolled for one.</summary>
sealed class OfferedSite : IDisposable
{
    public const string Sound = """{ "snmp": { "credentials": {}, "devices": [] } }""";
    const string Token = "token-of-the-offered-site";
    readonly ScratchFolder _folder = new();
    readonly ConfigurationDocument _province;
    readonly IngestSettings? _settings;

    public OfferedSite(string text = Sound, ISiteConfigurationCheck? check = null)
    {
        Write(text);
        _province = ConfigurationDocument.Parse("silo.json", $$"""
            {
              "province": { "id": "JS", "name": { "chinese": "江苏", "english": "Jiangsu" } },
              "cities": [{ "code": "NJ", "name": { "chinese": "南京", "english": "Nanjing" } }, { "code": "SZ", "name": { "chinese": "苏州", "english": "Suzhou" } }],
              "facilities": [
                { "id": "NJ-01", "city": "NJ", "name": { "chinese": "一", "english": "One" }, "rooms": [{ "id": "R01", "name": { "chinese": "一", "english": "One" }, "racks": [{ "id": "A01", "provisionedKilowatts": 8 }] }] },
                { "id": "SZ-01", "city": "SZ", "name": { "chinese": "二", "english": "Two" }, "rooms": [] }
              ],
              "ingest": {
                "address": "http://127.0.0.1:8443",
                "collectors": [{ "name": "nj-01", "token": "text:{{Token}}", "facilities": ["NJ-01"], "configuration": "{{File}}", "profiles": "{{_folder.Path}}/profiles" }]
              }
            }
            """);
        Directory.CreateDirectory(_folder.Of("profiles"));
        var inventory = Domain.Topology.InventoryLoader.Load(_province)!;
        _settings = IngestSettings.Read(_province, inventory, check);
        _province.ThrowIfFaulty();
        Offers = new(_settings!.Sites);
    }

    public SiteOffers Offers { get; }

    string File => _folder.Of("nj-01.json");

    public SiteConfiguration Offered => SiteConfigurationJson.Decode(Offers.Of("nj-01")!.Body)!;

    public void Write(string text) => System.IO.File.WriteAllText(_folder.Of("nj-01.json"), text);

    public void WriteProfile(string name, string text) => System.IO.File.WriteAllText(_folder.Of("profiles", name), text);

    public void RemoveFile() => System.IO.File.Delete(File);

    /// <summary>What the endpoint answers.</summary>
    public async Task<(HttpStatusCode Status, string Tag, byte[] Body)> GetAsync(string? known = null, string token = Token)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { Response = { Body = body } };
        context.Request.Path = SiteConfigurationJson.Path;
        context.Request.Headers.Authorization = $"Bearer {token}";
        if (known is not null)
            context.Request.Headers.IfNoneMatch = known;
        var endpoint = new ConfigurationEndpoint(Offers, new TokenCheck(_settings!, NullLogger<TokenCheck>.Instance));
        await endpoint.AnswerAsync(context);
        return ((HttpStatusCode)context.Response.StatusCode, context.Response.Headers.ETag.ToString(), body.ToArray());
    }

    public void Dispose() => _folder.Dispose();
}
