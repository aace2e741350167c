using System.Security.Cryptography;
using System.Text.Json;

namespace DcOps.Contracts.Collectors;

/// <summary>
/// A configuration on its way to its collector: GET of <see cref="Path"/> with the collector's token. The entity tag is
/// the version in quotes, and the version is the digest of the body: what arrives cut short or changed is not taken.
/// </summary>
public static class SiteConfigurationJson
{
    public const string Path = "/collector-configuration";

    public const string MediaType = "application/json";

    /// <summary>A longer body is refused by both sides; a site of 100,000 devices has a fifth of it.</summary>
    public const int MostBytes = 64 << 20;

    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static byte[] Encode(SiteConfiguration configuration) => JsonSerializer.SerializeToUtf8Bytes(configuration, Options);

    /// <returns>Null when the bytes are no configuration.</returns>
    public static SiteConfiguration? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<SiteConfiguration>(bytes, Options) is { Profiles.IsDefault: false } read
                && read.Profiles.All(profile => profile is { File: not null, Text: not null }) ? read : null;
        }
        catch (JsonException)
        {
            // Not ours: the caller refuses it by name.
            return null;
        }
    }

    /// <summary>SHA-256 of the encoded form, in small hexadecimal digits.</summary>
    public static string VersionOf(ReadOnlySpan<byte> encoded) => Convert.ToHexStringLower(SHA256.HashData(encoded));

    /// <summary>The version as an entity tag.</summary>
    public static string TagOf(string version) => $"\"{version}\"";
}
