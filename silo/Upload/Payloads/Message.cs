using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DcOps.Domain.Ledger;
using DcOps.Domain.Telemetry;
using DcOps.Upload.Configuration;
using DcOps.Upload.Items;

namespace DcOps.Upload.Payloads;

/// <summary>A destination's messages from its templates. One message is of one device.</summary>
sealed class Message(UploadDestination destination, PayloadSeal seal)
{
    static readonly Dictionary<string, IEnumerable<IReadOnlyDictionary<string, object?>>> NoLists = new(StringComparer.Ordinal);

    /// <param name="items">Of one device; at least one.</param>
    /// <param name="number">Of the message: another one for each.</param>
    public byte[] Data(IReadOnlyList<UploadItem> items, string number, DateTimeOffset now)
    {
        var slots = Slots(items[0].Enterprise, items[0].Device, number, now);
        var lists = new Dictionary<string, IEnumerable<IReadOnlyDictionary<string, object?>>>(StringComparer.Ordinal)
        {
            ["items"] = items.Select(Slots),
        };
        return Enveloped(Bytes(PayloadTemplate.Fill(destination.Messages.Data, slots, lists)), slots);
    }

    public byte[] Registration(UploadFacility facility, string number, DateTimeOffset now) =>
        Enveloped(Bytes(PayloadTemplate.Fill(destination.Messages.Register, Slots(facility.Enterprise, facility.Device, number, now), NoLists)), facility, number, now);

    public byte[] Enterprise(UploadFacility facility, string number, DateTimeOffset now) =>
        Enveloped(Bytes(PayloadTemplate.Fill(destination.Messages.Enterprise, Slots(facility.Enterprise, facility.Device, number, now), NoLists)), facility, number, now);

    public byte[] Meters(UploadFacility facility, string number, DateTimeOffset now)
    {
        var lists = new Dictionary<string, IEnumerable<IReadOnlyDictionary<string, object?>>>(StringComparer.Ordinal)
        {
            ["meters"] = facility.Meters.Select(meter => new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["meter"] = meter.Meter,
                ["code"] = meter.Code,
                ["unit"] = meter.Unit,
                ["tce-factor"] = meter.TceFactor,
            }),
        };
        var slots = Slots(facility.Enterprise, facility.Device, number, now);
        return Enveloped(Bytes(PayloadTemplate.Fill(destination.Messages.Meters, slots, lists)), slots);
    }

    byte[] Enveloped(byte[] data, UploadFacility facility, string number, DateTimeOffset now) =>
        Enveloped(data, Slots(facility.Enterprise, facility.Device, number, now));

    byte[] Enveloped(byte[] data, Dictionary<string, object?> slots)
    {
        if (destination.Messages.Envelope is not { } envelope)
            return data;

        (slots["payload"], slots["mac"], slots["signature"]) = seal.Seal(data);
        return Bytes(PayloadTemplate.Fill(envelope, slots, NoLists));
    }

    Dictionary<string, object?> Slots(UploadItem item) => new(StringComparer.Ordinal)
    {
        ["code"] = item.Code,
        ["span"] = destination.Messages.Spans[KebabCase.Of(item.Span)],
        ["period"] = item.PeriodStart,
        ["value"] = item.Value,
        ["unit"] = item.Unit,
        ["tce-factor"] = item.TceFactor,
        ["input"] = KebabCase.Of(item.Input),
        ["quality"] = KebabCase.Of(item.Quality),
        ["estimated"] = item.Quality == IntervalQuality.Estimated,
        ["revision"] = item.Revision,
    };

    static Dictionary<string, object?> Slots(string enterprise, string device, string number, DateTimeOffset now) => new(StringComparer.Ordinal)
    {
        ["enterprise"] = enterprise,
        ["device"] = device,
        ["message"] = number,
        ["now"] = now,
    };

    static byte[] Bytes(JsonNode? node) => node is null ? "{}"u8.ToArray() : Encoding.UTF8.GetBytes(node.ToJsonString(Readable));

    static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
