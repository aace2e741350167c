using System.Net;
using DcOps.Collectors.Snmp.Security;

namespace DcOps.Collectors.Snmp.Traps;

/// <summary>The section <c>snmp.notifications</c>, checked and resolved.</summary>
/// <param name="Communities">Of v1 and v2c, in UTF-8.</param>
/// <param name="Users">Of v3.</param>
/// <param name="Folder">Where events are kept.</param>
/// <param name="MostOctets">Of all files there together.</param>
/// <param name="EngineFile">Where our own engine's id and boots are kept.</param>
sealed record NotificationSettings(
    IPEndPoint Listen,
    ImmutableArray<byte[]> Communities,
    ImmutableArray<UsmUser> Users,
    string Folder,
    long MostOctets,
    string EngineFile);
