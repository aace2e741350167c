using System.Text.RegularExpressions;
using DcOps.Dashboard.Localization;

namespace DcOps.Dashboard.Pages.Compliance;

/// <summary>
/// The reason of a verdict in the reader's language. The domain says it as one English clause, which is what is filed; a clause
/// that is not known here is shown as it is.
/// </summary>
public static partial class ReasonText
{
    static readonly (Regex Clause, string Key)[] Known =
    [
        (NotRead(), "Reason.NotRead"),
        (NoDesign(), "Reason.NoDesign"),
        (NoFigure(), "Reason.NoFigure"),
        (NotAccepted(), "Reason.NotAccepted"),
        (CouldTurn(), "Reason.CouldTurn"),
        (WithinUncertainty(), "Reason.WithinUncertainty"),
        (Margin(), "Reason.Margin"),
        (Region(), "Reason.Region"),
        (Zones(), "Reason.Zones"),
        (Exempt(), "Reason.Exempt"),
        (NotDeclared(), "Reason.NotDeclared"),
        (TraitIs(), "Reason.TraitIs"),
        (NoEnergy(), "Reason.NoEnergy"),
        (NoYear(), "Reason.NoYear"),
        (Implausible(), "Reason.Implausible"),
        (NoItEnergy(), "Reason.NoItEnergy"),
        (Contradiction(), "Reason.Contradiction"),
        (Balance(), "Reason.Balance"),
        (NotClosed(), "Reason.NotClosed"),
        (NotMeasured(), "Reason.NotMeasured"),
    ];

    /// <summary>Empty for a plain answer.</summary>
    public static string Of(string reason, Wording words)
    {
        foreach (var (clause, key) in Known)
        {
            if (clause.Match(reason) is { Success: true } match)
                return words[key, [.. match.Groups.Values.Skip(1).Select(group => Term(group.Value, words))]];
        }

        return reason;
    }

    // Traits of the scope and values of enumerations have names of their own.
    static string Term(string term, Wording words) => term switch
    {
        "kind of project" => words["Trait.Project"],
        "date of commissioning" => words["Trait.Commissioned"],
        "kind of cooling" => words["Trait.Cooling"],
        "own distribution" => words["Trait.Distribution"],
        "cold region" => words["Trait.ColdRegion"],
        "number of standard racks" => words["Trait.StandardRacks"],
        "sector" => words["Trait.Sector"],
        "New" or "Rebuilt" or "Extended" or "Existing" => words[$"Project.{term}"],
        "Air" or "Liquid" or "Mixed" => words[$"Cooling.{term}"],
        "True" => words["Trait.Yes"],
        "False" => words["Trait.No"],
        "Category1" or "Category2" or "Category3" => words[$"Pue.{term}"],
        _ => term,
    };

    [GeneratedRegex("^the rule's number was not read$")]
    private static partial Regex NotRead();

    [GeneratedRegex("^no design ratio was filed$")]
    private static partial Regex NoDesign();

    [GeneratedRegex("^there is no figure$")]
    private static partial Regex NoFigure();

    [GeneratedRegex("^the rule does not accept a figure of (.+)$")]
    private static partial Regex NotAccepted();

    [GeneratedRegex("^what is missing could turn the answer$")]
    private static partial Regex CouldTurn();

    [GeneratedRegex("^within measurement uncertainty$")]
    private static partial Regex WithinUncertainty();

    [GeneratedRegex("^less than (.+) below the limit$")]
    private static partial Regex Margin();

    [GeneratedRegex("^it lies in (.+), outside (.+)$")]
    private static partial Regex Region();

    [GeneratedRegex("^it lies in none of (.+)$")]
    private static partial Regex Zones();

    [GeneratedRegex("^sector (.+) is exempt$")]
    private static partial Regex Exempt();

    [GeneratedRegex("^(.+) is not declared$")]
    private static partial Regex NotDeclared();

    [GeneratedRegex("^its (.+) is (.+)$")]
    private static partial Regex TraitIs();

    [GeneratedRegex("^no (.+) energy is known$")]
    private static partial Regex NoEnergy();

    [GeneratedRegex("^(.+) days are no year$")]
    private static partial Regex NoYear();

    [GeneratedRegex("^a ratio of (.+) is a metering fault$")]
    private static partial Regex Implausible();

    [GeneratedRegex("^IT energy may have been nothing$")]
    private static partial Regex NoItEnergy();

    [GeneratedRegex("^categories contradict each other")]
    private static partial Regex Contradiction();

    [GeneratedRegex("^the balance of (.+) is off by (.+) %$")]
    private static partial Regex Balance();

    [GeneratedRegex("^(.+) of (.+) days are closed$")]
    private static partial Regex NotClosed();

    [GeneratedRegex("^it was not measured$")]
    private static partial Regex NotMeasured();
}
