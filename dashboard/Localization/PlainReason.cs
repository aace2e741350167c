using System.Text.RegularExpressions;
using DcOps.Dashboard.Pages.Compliance;

namespace DcOps.Dashboard.Localization;

/// <summary>
/// Reasons come from the ledger and the verifier as English clauses, so that files and programs read one form. Here are the ones
/// that are known, by the key of their text; what an expression catches are the values inside. Anything else is shown as it came.
/// </summary>
static class PlainReason
{
    static readonly (Regex Clause, string Key)[] Known =
    [
        .. new (string, string)[]
        {
            ("is missing", "Finding.Missing"),
            ("is missing: nobody stands for this statement", "Finding.Unsigned"),
            ("is named by the manifest and missing", "Finding.NamedAndMissing"),
            ("was changed: its SHA-256 is not the manifest's", "Finding.Changed"),
            ("is not named by the manifest", "Finding.NotNamed"),
            ("belongs to a statement and is not named by the manifest", "Finding.LeftOut"),
            ("does not follow from the readings, the boundary and the corrections of the bundle", "Finding.DoesNotFollow"),
            ("is not the chain over the bundle's content", "Finding.Chain"),
            ("names no facility or no kind of period", "Finding.NoFacility"),
            ("is no text in UTF-8: it was changed", "Finding.NoText"),
            ("is not the sum of the facilities that the bundle lists", "Finding.NotTheSum"),
            ("is not what the manifest's chain is over", "Finding.Chain"),
            ("has not exactly one signer", "Finding.OneSigner"),
            ("cannot be read as a CMS signature", "Finding.NoSignature"),
            ("does not hold its signer's certificate", "Finding.NoCertificate"),
            ("is made with an algorithm or a key that is too weak or not known", "Finding.Weak"),
            ("is not a signature over this manifest: the manifest or the signature was changed", "Finding.OtherManifest"),
            ("does not say when it was made", "Finding.NoTime"),
            ("its signer's certificate does not lead to an authority that was given", "Finding.NotTrusted"),
            (@"its signer's certificate was not valid when it was made \((.+)\)", "Finding.Expired"),
            (@"The ZIP has (\d+) files; a bundle has (\d+) at most\.", "Finding.TooManyFiles"),
            (@"The ZIP's '(.*)' is in a folder; a bundle has none\.", "Finding.Folder"),
            (@"The ZIP has '(.*)' twice\.", "Finding.Twice"),
            (@"The ZIP unpacks to more than (\d+) bytes\.", "Finding.TooLarge"),
            (@"The file is no ZIP that can be read: .*", "Finding.NoZip"),
            (@"The manifest is not of format '(.+)'\.", "Finding.Format"),
            (@"The manifest cannot be read: (.*)", "Finding.Unreadable"),
            ("close", "Plain.Close"),
            ("late data", "Plain.LateData"),
            (@"correction (\S+)", "Plain.Correction"),
            (@"An operator proposes; a regulator accepts or rejects\.", "Refusal.Proposer"),
            (@"A correction needs a reason in words\.", "Refusal.Reason"),
            (@"A correction needs at least one document as evidence\.", "Refusal.Evidence"),
            (@"A rejection needs a reason in words\.", "Refusal.RejectionReason"),
            (@"Only (.+), who proposed it, can withdraw it\.", "Refusal.Withdraw"),
            (@"Nobody decides on a proposal of their own\.", "Refusal.Own"),
            (@"It is \w+ already; propose another one\.", "Refusal.Decided"),
            (@"A \w+ cannot do this; it takes a (\w+)\.", "Refusal.Role"),
            ("The step is dated before the one it follows\\.", "Refusal.Dated"),
            (@"The registry has no meter '(.+)' of (.+)\.", "Refusal.NoMeter"),
            (@"The claim needs the right position\.", "Refusal.Position"),
            (@"The claim needs the new meter's serial\.", "Refusal.Serial"),
            (@"The claim needs an end after its beginning\.", "Refusal.End"),
            (@"The claim needs an energy that is not negative\.", "Refusal.Energy"),
        }.Select(pair => (new Regex($"^{pair.Item1}$", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100)), pair.Item2)),
    ];

    /// <summary>Several reasons of one revision are joined by a semicolon.</summary>
    public static string In(Wording words, string reason) => reason.Contains("; ", StringComparison.Ordinal)
        ? string.Join("; ", reason.Split("; ").Select(each => Single(words, each)))
        : Single(words, reason);

    static string Single(Wording words, string reason)
    {
        foreach (var (clause, key) in Known)
        {
            if (clause.Match(reason) is { Success: true } match)
                return words[key, [.. match.Groups.Values.Skip(1).Select(group => (object)group.Value)]];
        }

        return ReasonText.Of(reason, words);
    }
}
