using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Configuration;
using DcOps.Signing.Payloads;

namespace DcOps.Upload.Configuration;

/// <summary>One platform.</summary>
public sealed class UploadDestination
{
    /// <summary>Of logs, metrics and the spool's files.</summary>
    [Required, RegularExpression("[a-z0-9][a-z0-9-]{0,31}", ErrorMessage = "must be small letters, digits and hyphens.")]
    public required string Name { get; init; }

    /// <summary>Base address; registration may name another one.</summary>
    [Required]
    public required Uri Url { get; init; }

    /// <summary>Allows http: for a gateway on this machine that speaks TLCP or TLS onward.</summary>
    public bool IsBehindGateway { get; init; }

    public required MessageForm Messages { get; init; }

    public ReplyForm Reply { get; init; } = new();

    public CipherSuite Cipher { get; init; } = CipherSuite.None;

    /// <summary>Key of the cipher, hexadecimal.</summary>
    public Secret? CipherKey { get; init; }

    public MacSuite Mac { get; init; } = MacSuite.None;

    /// <summary>Key of the authentication code, hexadecimal.</summary>
    public Secret? MacKey { get; init; }

    /// <summary>Signs each payload with the key of section <c>signing</c>.</summary>
    public bool Signs { get; init; }

    [Range(1, 10_000)]
    public int MostItemsPerMessage { get; init; } = 200;

    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Pause after the first failure; doubled by each further one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(5);

    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(10);
}
