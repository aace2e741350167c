using System.Text.Json.Nodes;
using DcOps.Upload.Payloads;

namespace DcOps.Upload.Tests;

public sealed class PayloadTemplateTests
{
    static readonly Dictionary<string, object?> Slots = new(StringComparer.Ordinal)
    {
        ["value"] = 13.5m, ["revision"] = 2, ["estimated"] = true, ["unit"] = "万kWh", ["tce-factor"] = null, ["period"] = Sample.Day,
        ["code"] = "\"},{\"x\":1",
    };

    static readonly HashSet<string> Known = [.. Slots.Keys, "items"];

    [Theory]
    [InlineData("\"{{value}}\"", "13.5")]
    [InlineData("\"{{value:0.0000}}\"", "\"13.5000\"")]
    [InlineData("\"{{revision}}\"", "2")]
    [InlineData("\"{{estimated}}\"", "true")]
    [InlineData("\"{{tce-factor}}\"", "null")]
    [InlineData("\"{{unit}} r{{revision}}\"", "\"万kWh r2\"")]
    [InlineData("\"{{period:yyyyMMddHHmmss}}\"", "\"20260302000000\"")]
    [InlineData("\"{{period}}\"", "\"2026-03-02 00:00:00\"")]
    [InlineData("{ \"a\": [ 1, \"x\", null, true ] }", "{\"a\":[1,\"x\",null,true]}")]
    public void Fills_slots_with_values_of_their_own_type(string template, string expected) =>
        Assert.Equal(JsonNode.Parse(expected)?.ToJsonString(), Fill(template)?.ToJsonString());

    [Fact]
    public void A_list_has_one_element_per_item_and_sees_the_message_s_slots_too()
    {
        var filled = Fill("""{ "items": { "$each": "items", "of": { "n": "{{revision}}", "u": "{{unit}}" } } }""");

        Assert.Equal(JsonNode.Parse("""{"items":[{"n":7,"u":"万kWh"},{"n":8,"u":"万kWh"}]}""")!.ToJsonString(), filled!.ToJsonString());
    }

    [Fact]
    public void A_value_cannot_add_structure() =>
        Assert.Equal("\"},{\"x\":1", JsonNode.Parse(Fill("""{ "a": "{{code}}" }""")!.ToJsonString())!["a"]!.GetValue<string>());

    [Theory]
    [InlineData("{ \"a\": \"{{valeu}}\" }", "has the slot 'valeu', which does not exist here; known are code, estimated, items, period,")]
    [InlineData("{ \"$each\": \"things\", \"of\": 1 }", "has a '$each' over what is no list here")]
    [InlineData("{ \"$each\": \"items\" }", "has a '$each' without 'of'")]
    public void A_template_that_cannot_be_filled_is_told_before(string template, string expected) =>
        Assert.Contains(PayloadTemplate.FaultsOf(JsonNode.Parse(template), Known), fault => fault.StartsWith(expected, StringComparison.Ordinal));

    static JsonNode? Fill(string template) => PayloadTemplate.Fill(
        JsonNode.Parse(template), Slots,
        new Dictionary<string, IEnumerable<IReadOnlyDictionary<string, object?>>>(StringComparer.Ordinal)
        {
            ["items"] = new[] { 7, 8 }.Select(number => new Dictionary<string, object?>(StringComparer.Ordinal) { ["revision"] = number }),
        });
}
