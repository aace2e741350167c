namespace DcOps.Domain.Statements.Printed;

/// <summary>Languages in which a statement is printed.</summary>
public enum StatementLanguage : byte
{
    /// <summary>简体中文, the filed one.</summary>
    Chinese = 0,

    English = 1,
}
