using System.Globalization;
using System.Text.Json.Nodes;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;
using DcOps.Signing.Keys;
using DcOps.Signing.Payloads;
using DcOps.Upload.Payloads;

namespace DcOps.Upload.Configuration;

/// <summary>Reads section <c>upload</c> and what its keys must be together.</summary>
public static class UploadConfiguration
{
    const string Section = UploadOptions.Section;

    /// <summary>Null when the section is absent or faulty; faults are collected in the document.</summary>
    /// <param name="signing">For destinations that sign; null when there is no key.</param>
    public static UploadPlan? Load(ConfigurationDocument document, SigningKey? signing)
    {
        if (document.Section<UploadOptions>(Section) is not { } options)
            return null;

        var faulty = false;
        Facilities(options, Refuse);
        var seals = options.Destinations.Select((destination, index) => Seal(
            destination, string.Create(CultureInfo.InvariantCulture, $"{Section}.destinations[{index}]"), signing, document, Refuse)).ToList();
        foreach (var (name, index) in options.Destinations.Select((destination, index) => (destination.Name, index)).Where(each =>
            options.Destinations.Take(each.index).Any(other => other.Name == each.Name)))
            Refuse(string.Create(CultureInfo.InvariantCulture, $"{Section}.destinations[{index}].name"), $"is '{name}', as another one's; every destination has a name of its own.");
        return faulty ? null : new(options, [.. seals.Select(seal => seal!)]);

        void Refuse(string key, string reason)
        {
            document.Refuse(key, reason);
            faulty = true;
        }
    }

    static void Facilities(UploadOptions options, Action<string, string> refuse)
    {
        var meters = new HashSet<(string, string)>();
        var codes = new HashSet<(string, string)>();
        for (var index = 0; index < options.Facilities.Length; index++)
        {
            var facility = options.Facilities[index];
            var path = string.Create(CultureInfo.InvariantCulture, $"{Section}.facilities[{index}]");
            if (!FacilityId.TryParse(facility.Facility, out _))
                refuse($"{path}.facility", $"is '{facility.Facility}'; write a data centre's id like NJ-01.");
            for (var each = 0; each < facility.Meters.Length; each++)
            {
                var own = string.Create(CultureInfo.InvariantCulture, $"{path}.meters[{each}]");
                if (!meters.Add((facility.Facility, facility.Meters[each].Meter)))
                    refuse($"{own}.meter", $"'{facility.Meters[each].Meter}' is there twice for {facility.Facility}; keep one.");
                if (!codes.Add((facility.Device, facility.Meters[each].Code)))
                    refuse($"{own}.code", $"'{facility.Meters[each].Code}' is there twice for device {facility.Device}; the platform could not tell them apart.");
            }
        }
    }

    static PayloadSeal? Seal(
        UploadDestination destination, string path, SigningKey? signing, ConfigurationDocument document, Action<string, string> refuse)
    {
        if (!destination.Url.IsAbsoluteUri || destination.Url.Scheme is not ("https" or "http"))
            refuse($"{path}.url", "must be an address like https://platform.example.cn/api.");
        else if (destination.Url.Scheme == "http" && !destination.IsBehindGateway)
            refuse($"{path}.url", "is not encrypted; use https, or say 'isBehindGateway' when a gateway on this machine encrypts.");
        Template(destination.Messages.Data, "data", PayloadSlots.Data, path, refuse);
        Template(destination.Messages.Envelope, "envelope", PayloadSlots.Envelope, path, refuse);
        Template(destination.Messages.Register, "register", PayloadSlots.Enterprise, path, refuse);
        Template(destination.Messages.Enterprise, "enterprise", PayloadSlots.Enterprise, path, refuse);
        Template(destination.Messages.Meters, "meters", PayloadSlots.Meters, path, refuse);
        foreach (var span in PayloadSlots.Spans.Except(destination.Messages.Spans.Keys, StringComparer.Ordinal))
            refuse($"{path}.messages.spans", $"has no code for '{span}'.");
        if (destination.Messages.Envelope is null && destination.Cipher != CipherSuite.None)
            refuse($"{path}.messages.envelope", "is missing; encrypted data are no JSON and need one around them.");
        var cipher = Key(destination.CipherKey, $"{path}.cipherKey", PayloadCiphers.KeyBytes(destination.Cipher), document, refuse);
        var mac = Key(destination.MacKey, $"{path}.macKey", destination.Mac == MacSuite.None ? 0 : null, document, refuse);
        if (destination.Signs && signing is null)
            refuse($"{path}.signs", "is true and there is no signing key; see section 'signing'.");
        return cipher is null || mac is null
            ? null
            : new(PayloadCiphers.Of(destination.Cipher, cipher), destination.Mac, mac, destination.Signs ? signing : null);
    }

    static void Template(JsonNode? template, string name, IReadOnlySet<string> slots, string path, Action<string, string> refuse)
    {
        foreach (var fault in template is null ? [] : PayloadTemplate.FaultsOf(template, slots))
            refuse($"{path}.messages.{name}", fault);
    }

    /// <param name="bytes">How many; 0 for none at all, null for any but none.</param>
    static byte[]? Key(Secret? secret, string path, int? bytes, ConfigurationDocument document, Action<string, string> refuse)
    {
        if (secret is null != (bytes == 0))
        {
            refuse(path, secret is null ? "is missing; the suite takes a key." : "opens nothing; name a suite, or leave the key out.");
            return null;
        }

        if (secret is null)
            return [];
        if (secret.Reveal(out var reason) is not { } text)
        {
            refuse(path, reason!);
            return null;
        }

        var key = IsHexadecimal(text) ? Convert.FromHexString(text) : [];
        if (key.Length > 0 && (bytes ?? key.Length) == key.Length)
            return key;
        refuse(path, bytes is { } needed
            ? string.Create(CultureInfo.InvariantCulture, $"must be {2 * needed} hexadecimal digits: {needed} bytes.")
            : "must be hexadecimal digits.");
        return null;
    }

    static bool IsHexadecimal(string text) => text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit);
}
