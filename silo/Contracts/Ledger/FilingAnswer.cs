using DcOps.Domain.Statements;

namespace DcOps.Contracts.Ledger;

/// <summary>How a filing ended.</summary>
public abstract record FilingAnswer
{
    FilingAnswer()
    {
    }

    public sealed record Filed(FiledStatement Statement) : FilingAnswer;

    /// <param name="Reason">What is wrong and what to do.</param>
    public sealed record Refused(string Reason) : FilingAnswer;
}
