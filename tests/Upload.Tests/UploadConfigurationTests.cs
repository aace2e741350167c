using DcOps.Domain.Configuration;

namespace DcOps.Upload.Tests;

public sealed class UploadConfigurationTests
{
    [Fact]
    public void The_sample_is_sound_and_an_absent_section_is_no_upload()
    {
        Assert.Equal("province", Sample.Plan(Sample.Json("https://platform.example/")).Options.Destinations[0].Name);
        Assert.Null(Sample.Plan("{}"));
    }

    [Theory]
    [InlineData("\"facility\": \"NJ-01\"", "\"facility\": \"nj\"", "site.json:5: upload.facilities[0].facility: is 'nj'; write a data centre's id like NJ-01.")]
    [InlineData(Sample.Enterprise, "123", "site.json:5: upload.facilities[0].enterprise: must be the 18 digits and capital letters of a unified social credit code.")]
    [InlineData("\"code\": \"3300.ups\"", "\"code\": \"3300.main\"", "site.json:8: upload.facilities[0].meters[1].code: '3300.main' is there twice for device NJ01; the platform could not tell them apart.")]
    [InlineData("\"meter\": \"ups\"", "\"meter\": \"main\"", "site.json:8: upload.facilities[0].meters[1].meter: 'main' is there twice for NJ-01; keep one.")]
    [InlineData("\"isBehindGateway\": true, ", "", "site.json:14: upload.destinations[0].url: is not encrypted; use https, or say 'isBehindGateway' when a gateway on this machine encrypts.")]
    [InlineData("{{value}}", "{{valeu}}", "site.json:17: upload.destinations[0].messages.data: has the slot 'valeu', which does not exist here; known are")]
    [InlineData("\"firstPause\"", "\"cipher\": \"sm4-cbc\", \"firstPause\"", "site.json:13: upload.destinations[0].cipherKey: is missing; the suite takes a key.")]
    [InlineData("\"firstPause\"", "\"cipher\": \"sm4-cbc\", \"cipherKey\": \"text:00ff\", \"firstPause\"", "site.json:14: upload.destinations[0].cipherKey: must be 32 hexadecimal digits: 16 bytes.")]
    [InlineData("\"firstPause\"", "\"mac\": \"hmac-sm3\", \"macKey\": \"text:geheim\", \"firstPause\"", "site.json:14: upload.destinations[0].macKey: must be hexadecimal digits.")]
    [InlineData("\"firstPause\"", "\"cipherKey\": \"env:K\", \"firstPause\"", "site.json:14: upload.destinations[0].cipherKey: opens nothing; name a suite, or leave the key out.")]
    [InlineData("\"firstPause\"", "\"signs\": true, \"firstPause\"", "site.json:14: upload.destinations[0].signs: is true and there is no signing key; see section 'signing'.")]
    [InlineData("\"firstPause\"", "\"ciphre\": \"none\", \"firstPause\"", "'ciphre' is not a known key here; check its spelling.")]
    [InlineData("\"countsPerUnit\": 10000000", "\"countsPerUnit\": 0", "site.json:7: upload.facilities[0].meters[0].countsPerUnit: ")]
    public void What_is_wrong_stops_the_start_with_file_line_and_key(string found, string instead, string expected)
    {
        var json = Sample.Json("http://127.0.0.1:1/").Replace(found, instead, StringComparison.Ordinal);

        var faults = Assert.Throws<ConfigurationException>(() => Sample.Plan(json)).Faults;

        Assert.Contains(faults, fault => fault.ToString().Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_is_never_in_a_message()
    {
        var json = Sample.Json("http://127.0.0.1:1/").Replace("\"firstPause\"", "\"cipher\": \"sm4-cbc\", \"cipherKey\": \"text:c0ffee\", \"firstPause\"", StringComparison.Ordinal);

        Assert.DoesNotContain("c0ffee", Assert.Throws<ConfigurationException>(() => Sample.Plan(json)).Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Half_a_year_is_the_least_that_is_kept()
    {
        var json = Sample.Json("http://127.0.0.1:1/", spool: ", \"spool\": { \"mostAge\": \"30.00:00:00\" }");

        Assert.Contains("upload.spool.mostAge", Assert.Single(Assert.Throws<ConfigurationException>(() => Sample.Plan(json)).Faults).ToString(), StringComparison.Ordinal);
    }
}
