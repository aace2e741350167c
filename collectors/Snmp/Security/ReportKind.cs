namespace DcOps.Collectors.Snmp.Security;

/// <summary>Why a v3 engine did not process a message (RFC 3414 section 5, RFC 3412, RFC 3413).</summary>
enum ReportKind : byte
{
    Unknown = 0,
    UnsupportedSecurityLevel,
    NotInTimeWindow,
    UnknownUser,
    UnknownEngine,
    WrongDigest,
    DecryptionError,
    UnknownSecurityModel,
    InvalidMessage,
    UnknownPduHandler,
    UnavailableContext,
    UnknownContext,
}
