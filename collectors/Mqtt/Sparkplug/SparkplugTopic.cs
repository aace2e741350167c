using System.Diagnostics.CodeAnalysis;

namespace DcOps.Collectors.Mqtt.Sparkplug;

/// <summary>A topic of the namespace <c>spBv1.0</c>.</summary>
/// <param name="Device">Null for messages of the node itself.</param>
public sealed record SparkplugTopic(string Group, SparkplugKind Kind, string Node, string? Device)
{
    public const string Namespace = "spBv1.0";

    public static string OfState(string host) => $"{Namespace}/STATE/{host}";

    /// <summary>False for anything that is no message of a node or device.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SparkplugTopic? topic)
    {
        topic = text.Split('/') switch
        {
            [Namespace, { Length: > 0 } group, var kind, { Length: > 0 } node] when NodeKind(kind) is { } known =>
                new(group, known, node, null),
            [Namespace, { Length: > 0 } group, var kind, { Length: > 0 } node, { Length: > 0 } device] when DeviceKind(kind) is { } known =>
                new(group, known, node, device),
            _ => null,
        };
        return topic is not null;
    }

    public override string ToString() =>
        $"{Namespace}/{Group}/{Kind.ToString().ToUpperInvariant()}/{Node}{(Device is null ? "" : $"/{Device}")}";

    static SparkplugKind? NodeKind(string text) => text switch
    {
        "NBIRTH" => SparkplugKind.NBirth,
        "NDATA" => SparkplugKind.NData,
        "NDEATH" => SparkplugKind.NDeath,
        "NCMD" => SparkplugKind.NCmd,
        _ => null,
    };

    static SparkplugKind? DeviceKind(string text) => text switch
    {
        "DBIRTH" => SparkplugKind.DBirth,
        "DDATA" => SparkplugKind.DData,
        "DDEATH" => SparkplugKind.DDeath,
        "DCMD" => SparkplugKind.DCmd,
        _ => null,
    };
}
