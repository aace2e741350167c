using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Security;

/// <summary>The counters that a Report names its reason by.</summary>
static class Reports
{
    static readonly Dictionary<ObjectIdentifier, ReportKind> Kinds = new()
    {
        [ObjectIdentifier.Parse("1.3.6.1.6.3.15.1.1.1.0")] = ReportKind.UnsupportedSecurityLevel,
        [ObjectIdentifier.Parse("1.3.6.1.6.3.15.1.1.2.0")] = ReportKind.NotInTimeWindow,
        [ObjectIdentifier.Parse("1.3.6.1.6.3.15.1.1.3.0")] = ReportKind.UnknownUser,
        [ObjectIdentifier.Parse("1.3.6.1.6.3.15.1.1.4.0")] = ReportKind.UnknownEngine,
        [ObjectIdentifier.Parse("1.3.6.1.6.3.15.1.1.5.0")] = ReportKind.WrongDigest,
        [ObjectIdentifier.Parse("1.3.6.1.6.3.15.1.1.6.0")] = ReportKind.DecryptionError,
        [ObjectIdentifier.Parse("1.3.6.1.6.3.11.2.1.1.0")] = ReportKind.UnknownSecurityModel,
        [ObjectIdentifier.Parse("1.3.6.1.6.3.11.2.1.2.0")] = ReportKind.InvalidMessage,
        [ObjectIdentifier.Parse("1.3.6.1.6.3.11.2.1.3.0")] = ReportKind.UnknownPduHandler,
        [ObjectIdentifier.Parse("1.3.6.1.6.3.12.1.4.0")] = ReportKind.UnavailableContext,
        [ObjectIdentifier.Parse("1.3.6.1.6.3.12.1.5.0")] = ReportKind.UnknownContext,
    };

    public static ReportKind KindOf(PduView report)
    {
        foreach (var variable in report.Variables)
            return Kinds.GetValueOrDefault(variable.ToBinding().Name);
        return ReportKind.Unknown;
    }

    /// <summary>The counter's name, for an agent that reports.</summary>
    public static ObjectIdentifier NameOf(ReportKind kind) => Kinds.Single(entry => entry.Value == kind).Key;
}
