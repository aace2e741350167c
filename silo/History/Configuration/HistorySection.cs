using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Configuration;

namespace DcOps.History.Configuration;

/// <summary>Section <c>history</c> of the configuration. Without it, history is embedded in the data folder.</summary>
sealed record HistorySection
{
    public const string Name = "history";

    [EnumDataType(typeof(HistoryKind))]
    public HistoryKind Kind { get; init; } = HistoryKind.Embedded;

    /// <summary>Embedded: the folder of the store's file, relative to the data folder; null for <c>history</c>.</summary>
    [MinLength(1, ErrorMessage = "must name a folder.")]
    public string? Folder { get; init; }

    /// <summary>Embedded: UTC days that minute rows are kept; null for 400. Ledger rows are kept for ever.</summary>
    [Range(1, 36_500, ErrorMessage = "must be between 1 and 36500 days.")]
    public int? KeepDays { get; init; }

    /// <summary>Embedded: what the engine may use for buffers and sorting; null for 1024.</summary>
    [Range(128, 1_048_576, ErrorMessage = "must be between 128 and 1048576 megabytes.")]
    public int? MemoryMegabytes { get; init; }

    /// <summary>Influx: <c>1</c> or <c>2</c>, the write path that the server speaks.</summary>
    [AllowedValues(null, "1", "2", ErrorMessage = "must be \"1\" or \"2\".")]
    public string? Version { get; init; }

    /// <summary>Influx: scheme, host and port, as in <c>http://127.0.0.1:8086</c>.</summary>
    public Uri? Url { get; init; }

    /// <summary>Influx 1: made when it is absent.</summary>
    public string? Database { get; init; }

    /// <summary>Influx 1: null where the server asks nobody for a name.</summary>
    public string? User { get; init; }

    public Secret? Password { get; init; }

    /// <summary>Influx 2.</summary>
    public string? Bucket { get; init; }

    /// <summary>Influx 2.</summary>
    public string? Org { get; init; }

    /// <summary>Influx 2: null where the server asks for none.</summary>
    public Secret? Token { get; init; }

    /// <summary>Influx: a request that takes longer has failed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00", ErrorMessage = "must be between 0.1 s and 5 min.")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Size of the spool at which its oldest rows are given up.</summary>
    [Range(16, 1_048_576, ErrorMessage = "must be between 16 and 1048576 megabytes.")]
    public int SpoolMegabytes { get; init; } = 2_048;

    /// <summary>The rules that span keys.</summary>
    public void RefuseContradictions(ConfigurationDocument document)
    {
        if (Kind == HistoryKind.Embedded)
        {
            Exclude(document, "belongs to kind \"influx\".",
                ("version", Version), ("url", Url), ("database", Database), ("user", User), ("password", Password),
                ("bucket", Bucket), ("org", Org), ("token", Token));
            return;
        }

        Exclude(document, "belongs to kind \"embedded\".", ("folder", Folder), ("keepDays", KeepDays), ("memoryMegabytes", MemoryMegabytes));
        Demand(document, "is missing; kind \"influx\" needs it.", ("version", Version), ("url", Url));
        if (Url is not null && (!Url.IsAbsoluteUri || Url.Scheme is not ("http" or "https")))
            document.Refuse($"{Name}.url", "must be an absolute http or https address, as in http://127.0.0.1:8086.");

        if (Version == "1")
        {
            Demand(document, "is missing; version \"1\" needs it.", ("database", Database));
            Exclude(document, "belongs to version \"2\".", ("bucket", Bucket), ("org", Org), ("token", Token));
        }
        else if (Version == "2")
        {
            Demand(document, "is missing; version \"2\" needs it.", ("bucket", Bucket), ("org", Org));
            Exclude(document, "belongs to version \"1\".", ("database", Database), ("user", User), ("password", Password));
        }
    }

    static void Exclude(ConfigurationDocument document, string reason, params ReadOnlySpan<(string Key, object? Value)> keys)
    {
        foreach (var (key, value) in keys)
        {
            if (value is not null)
                document.Refuse($"{Name}.{key}", reason);
        }
    }

    static void Demand(ConfigurationDocument document, string reason, params ReadOnlySpan<(string Key, object? Value)> keys)
    {
        foreach (var (key, value) in keys)
        {
            if (value is null or "")
                document.Refuse($"{Name}.{key}", reason);
        }
    }
}
