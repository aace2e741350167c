using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DcOps.Contracts.Collectors;
using DcOps.Contracts.Wire;
using DcOps.Domain.Configuration;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Silo.Host.Ingest.Remote;
using DcOps.Testing;

namespace DcOps.Grains.Tests.Ingest.Remote;

public sealed class RemoteIngestTests
{
    [Fact]
    public async Task Answers_the_head_when_batches_are_taken_and_the_body_when_they_are_receipted()
    {
        await using var silo = await ListeningSilo.StartAsync();
        silo.Hold = new(TaskCreationOptions.RunContinuationsAsynchronously);

        using var response = await silo.PostAsync([Site.RackBatch(1), Site.RackBatch(2, "A02")]);
        var body = response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var answeredBefore = body.IsCompleted;
        silo.Hold.SetResult();
        var fault = DeliveryCodec.DecodeReceipts(await body, out var receipts);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([1L, 2L], silo.Taken);
        Assert.False(answeredBefore);
        Assert.Equal(WireFault.None, fault);
        Assert.Equal([new("snmp-nj", 1, IngestOutcome.Stored), new("snmp-nj", 2, IngestOutcome.Stored)], receipts);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nanjing-token-of-the-tesT")]
    [InlineData("")]
    public async Task Takes_nothing_without_the_token(string? token)
    {
        await using var silo = await ListeningSilo.StartAsync();

        using var response = await silo.PostAsync([Site.RackBatch(1)], token);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(silo.Taken);
    }

    [Fact]
    public async Task Takes_nothing_of_a_facility_that_the_token_is_not_of()
    {
        await using var silo = await ListeningSilo.StartAsync();
        var foreign = Site.Batch(2, Location.Parse("SZ-01/R01/A01"), "pdu-a", 4_000, null, "snmp-nj");

        using var response = await silo.PostAsync([Site.RackBatch(1), foreign]);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("not enrolled for facility SZ-01", await SentenceAsync(response), StringComparison.Ordinal);
        Assert.Empty(silo.Taken);
    }

    [Fact]
    public async Task Takes_nothing_under_another_collectors_name()
    {
        await using var silo = await ListeningSilo.StartAsync();

        using var response = await silo.PostAsync([Site.RackBatch(1, collector: "snmp-sz")]);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("the batch of 'snmp-sz'", await SentenceAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_what_a_collector_sends_ahead_under_the_name_that_goes_with_its_own()
    {
        await using var silo = await ListeningSilo.StartAsync();

        using var ahead = await silo.PostAsync([Site.RackBatch(1, collector: "snmp-nj.ahead") with { Lane = ReadingLane.Ahead }]);
        using var disguised = await silo.PostAsync([Site.RackBatch(2, collector: "snmp-nj.ahead")]);

        Assert.Equal(HttpStatusCode.OK, ahead.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, disguised.StatusCode);
        Assert.Equal([1L], silo.Taken);
    }

    [Fact]
    public async Task Refuses_what_follows_a_delivery_to_another_process()
    {
        await using var silo = await ListeningSilo.StartAsync();
        using var first = await silo.PostAsync([Site.RackBatch(1)]);
        var epoch = first.Headers.GetValues(DeliveryCodec.EpochHeader).Single();

        using var next = await silo.PostAsync([Site.RackBatch(2)], epoch: epoch);
        using var stranger = await silo.PostAsync([Site.RackBatch(3)], epoch: "of-another-process");

        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, stranger.StatusCode);
        Assert.Equal([1L, 2L], silo.Taken);
    }

    [Theory]
    [InlineData("", "Truncated")]
    [InlineData("07", "UnknownVersion")]
    [InlineData("0100", "holds no batch")]
    [InlineData("0101ffff", "Truncated")]
    public async Task Says_why_bytes_cannot_be_read(string bytes, string reason)
    {
        await using var silo = await ListeningSilo.StartAsync();

        using var response = await silo.PostAsync(Convert.FromHexString(bytes));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(reason, await SentenceAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_batches_out_of_order()
    {
        await using var silo = await ListeningSilo.StartAsync();

        using var response = await silo.PostAsync([Site.RackBatch(2), Site.RackBatch(1)]);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(silo.Taken);
    }

    [Fact]
    public async Task Takes_a_report_whole()
    {
        await using var silo = await ListeningSilo.StartAsync();
        var report = CollectorGrainTests.ReportOf(Site.Start, Site.Start.AddSeconds(5), waiting: 7, name: "snmp-nj");

        using var response = await silo.PostAsync(CollectorReportJson.Encode(report), path: CollectorReportJson.Path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(CollectorReportJson.Encode(report), CollectorReportJson.Encode(Assert.Single(silo.Reports)));
    }

    [Theory]
    [InlineData("snmp-sz", ListeningSilo.TokenOfNanjing, HttpStatusCode.Forbidden)]
    [InlineData("snmp-nj", "a-token-of-nobody", HttpStatusCode.Unauthorized)]
    public async Task Takes_no_report_of_another(string name, string token, HttpStatusCode status)
    {
        await using var silo = await ListeningSilo.StartAsync();
        var report = CollectorGrainTests.ReportOf(Site.Start, Site.Start, name: name);

        using var response = await silo.PostAsync(CollectorReportJson.Encode(report), token, path: CollectorReportJson.Path);

        Assert.Equal(status, response.StatusCode);
        Assert.Empty(silo.Reports);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1,")]
    [InlineData("""{"name":"snmp-nj"}""")]
    public async Task Takes_no_report_that_is_none(string text)
    {
        await using var silo = await ListeningSilo.StartAsync();

        using var response = await silo.PostAsync(System.Text.Encoding.UTF8.GetBytes(text), path: CollectorReportJson.Path);

        Assert.InRange((int)response.StatusCode, 400, 413);
        Assert.Empty(silo.Reports);
    }

    [Fact]
    public async Task Keeps_pages_and_deliveries_each_at_its_own_port()
    {
        await using var silo = await ListeningSilo.StartAsync();

        using var atThePages = await silo.PostAsync([Site.RackBatch(1)], port: silo.PagePort);

        Assert.Equal(HttpStatusCode.NotFound, atThePages.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await silo.GetAsync(silo.IngestPort));
        Assert.Equal(HttpStatusCode.OK, await silo.GetAsync(silo.PagePort));
    }

    [Fact]
    public async Task Speaks_tls_with_the_certificate_it_was_given()
    {
        using var folder = new ScratchFolder();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=dcops.test", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        await File.WriteAllTextAsync(folder.Of("silo.pem"), certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.Of("silo.key"), key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        var files = $$"""  "certificate": { "file": "{{folder.Of("silo.pem")}}", "key": "{{folder.Of("silo.key")}}" },""";

        await using var silo = await ListeningSilo.StartAsync("https", files);
        using var response = await silo.PostAsync([Site.RackBatch(1)]);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([1L], silo.Taken);
    }

    [Theory]
    [InlineData("http://0.0.0.0:8443", "", "ingest.address: sends tokens in the clear")]
    [InlineData("8443", "", "ingest.address: '8443' is no address")]
    [InlineData("https://0.0.0.0:8443", "", "ingest.certificate: is missing")]
    [InlineData("https://0.0.0.0:8443", "\"certificate\": { \"file\": \"/absent.pem\", \"key\": \"/absent.key\" },", "ingest.certificate: cannot be read")]
    [InlineData("http://127.0.0.1:8443", "\"adress\": 1,", "'adress' is not a known key")]
    public void Refuses_a_wrong_section_by_its_key(string address, string extra, string fault)
    {
        var document = ConfigurationDocument.Parse("silo.json", ListeningSilo.Text(address, extra));

        IngestSettings.Read(document, Site.Inventory);

        Assert.Contains(fault, Assert.Throws<ConfigurationException>(document.ThrowIfFaulty).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"NJ-01\"", "\"NJ-09\"", "ingest.collectors[0].facilities: 'NJ-09' is no facility of this configuration.")]
    [InlineData(ListeningSilo.TokenOfNanjing, "short", "ingest.collectors[0].token: is shorter than 16 characters")]
    [InlineData("text:" + ListeningSilo.TokenOfNanjing, "env:DCOPS_TEST_ABSENT", "the environment variable DCOPS_TEST_ABSENT is not set")]
    [InlineData("snmp-nj", "SNMP NJ", "ingest.collectors[0].name: must be small letters")]
    public void Refuses_a_wrong_enrolment_by_its_key(string replace, string by, string fault)
    {
        var text = ListeningSilo.Text("http://127.0.0.1:8443").Replace(replace, by, StringComparison.Ordinal);
        var document = ConfigurationDocument.Parse("silo.json", text);

        IngestSettings.Read(document, Site.Inventory);

        Assert.Contains(fault, Assert.Throws<ConfigurationException>(document.ThrowIfFaulty).Message, StringComparison.Ordinal);
    }

    static Task<string> SentenceAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
