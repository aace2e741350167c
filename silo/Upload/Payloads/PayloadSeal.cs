using DcOps.Signing.Keys;
using DcOps.Signing.Payloads;

namespace DcOps.Upload.Payloads;

/// <summary>The cipher suite of one destination with its keys.</summary>
public sealed class PayloadSeal
{
    readonly IPayloadCipher _cipher;
    readonly MacSuite _mac;
    readonly byte[] _macKey;
    readonly SigningKey? _signing;

    internal PayloadSeal(IPayloadCipher cipher, MacSuite mac, byte[] macKey, SigningKey? signing) =>
        (_cipher, _mac, _macKey, _signing) = (cipher, mac, macKey, signing);

    /// <summary>Encrypted payload in Base64 with its code and signature, both over the encrypted bytes; empty where the suite has none.</summary>
    internal (string Payload, string Mac, string Signature) Seal(ReadOnlySpan<byte> data)
    {
        var payload = _cipher.Seal(data);
        return (
            Convert.ToBase64String(payload),
            Convert.ToBase64String(PayloadCiphers.Mac(_mac, _macKey, payload)),
            _signing is null ? "" : Convert.ToBase64String(PayloadCiphers.Sign(_signing, payload)));
    }
}
