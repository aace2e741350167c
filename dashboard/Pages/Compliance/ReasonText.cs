using DcOps.Dashboard.Localization;
using DcOps.Domain.Statements.Printed;

namespace DcOps.Dashboard.Pages.Compliance;

/// <summary>Reasons of verdicts and the texts that rules rest on in the reader's language: by the words that statements are printed with.</summary>
public static class ReasonText
{
    /// <summary>Empty for a plain answer; a clause that is not known is shown as it is.</summary>
    public static string Of(string reason, Wording words) => WordsOf(words).Reason(reason);

    /// <summary>Text that a rule, a score or a formula was taken from, and notes on it.</summary>
    public static string Source(string source, Wording words) => WordsOf(words).Source(source);

    static StatementWords WordsOf(Wording words) =>
        StatementWords.Of(words.IsChinese ? StatementLanguage.Chinese : StatementLanguage.English);
}
