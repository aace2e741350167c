namespace DcOps.Domain.Statements;

/// <summary>How a step on a correction ended. A refusal is an everyday answer: nothing has changed.</summary>
public abstract record CorrectionAnswer
{
    CorrectionAnswer()
    {
    }

    public sealed record Done(Correction Correction) : CorrectionAnswer;

    /// <param name="Reason">What is wrong and what to do.</param>
    public sealed record Refused(string Reason) : CorrectionAnswer;
}
