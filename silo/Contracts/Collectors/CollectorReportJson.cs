using System.Text.Json;

namespace DcOps.Contracts.Collectors;

/// <summary>A report as a remote collector sends it: POST of this JSON to <see cref="Path"/>, with its token.</summary>
public static class CollectorReportJson
{
    public const string Path = "/collector-report";

    public const string MediaType = "application/json";

    /// <summary>A longer body is refused.</summary>
    public const int MostBytes = 256 * 1024;

    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static byte[] Encode(CollectorReport report) => JsonSerializer.SerializeToUtf8Bytes(report, Options);

    /// <returns>Null when the bytes are no report.</returns>
    public static CollectorReport? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<CollectorReport>(bytes, Options) is { } report && IsWhole(report) ? report : null;
        }
        catch (JsonException)
        {
            // Not ours: the caller refuses it by name.
            return null;
        }
    }

    static bool IsWhole(CollectorReport report) =>
        !report.Standings.IsDefault && !report.Reasons.IsDefault && !report.Brokers.IsDefault
        && report is { Failing: { IsDefault: false, Length: <= CollectorReport.MostNamed }, Slowest: { IsDefault: false, Length: <= CollectorReport.MostNamed } };
}
