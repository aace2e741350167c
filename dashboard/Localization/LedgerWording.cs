using System.Globalization;
using DcOps.Dashboard.Pages.Compliance;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Statements;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Localization;

/// <summary>What the ledger's pages say about periods, figures and people, in one language.</summary>
static class LedgerWording
{
    extension(Wording words)
    {
        /// <summary>As in <c>2026-10 (month)</c>.</summary>
        public string Period(PeriodKind kind, BusinessPeriod period) =>
            words[$"PeriodOf.{kind}", ReportPeriod.Of(kind, period).Text];

        public string Carbon(CarbonMass? carbon) => carbon is { } known ? $"{words.Number((double)known.Tonnes, 1)} t" : Wording.NoValue;

        public string Water(WaterVolume? water) => water is { } known ? $"{words.Number(known.CubicMetres, 0)} m³" : Wording.NoValue;

        public string Ratio(ExactRatio? ratio, int digits) => ratio is { } known ? words.Number(known.Value, digits) : Wording.NoValue;

        /// <summary>The figure, or no value where its evidence is too thin for a number to be shown.</summary>
        public string Pue(PueFigure? figure) =>
            figure is { Grade: not EvidenceGrade.Insufficient } ? words.Ratio(figure.Value, 4) : Wording.NoValue;

        /// <summary>Between what a figure lies; an end that nothing limits is left open.</summary>
        public string Interval(KpiAccuracy? accuracy, int digits) => accuracy is { } known
            ? $"[{(known.Low is { } low ? words.Number(low, digits) : "–")}, {(known.High is { } high ? words.Number(high, digits) : "–")}]"
            : Wording.NoValue;

        /// <summary>Measurement uncertainty at k = 2.</summary>
        public string HalfWidth(KpiAccuracy? accuracy, int digits) =>
            accuracy?.HalfWidth is { } width ? $"± {words.Number(width, digits)}" : Wording.NoValue;

        public string Grade(EvidenceGrade grade) => words[$"Grade.{grade}"];

        public string Actor(Actor actor) => words["Corrections.Actor", actor.Name, words[$"ActorRole.{actor.Role}"]];

        /// <summary>What a correction asks for, in one line.</summary>
        public string Claim(CorrectionClaim claim) => claim.Kind switch
        {
            CorrectionKind.ReplacePosition => words["Claim.ReplacePosition", words.Number(claim.Position ?? 0, 3)],
            CorrectionKind.DeclareSwap => words["Claim.DeclareSwap", claim.Serial ?? ""],
            CorrectionKind.SubstituteEnergy =>
                words["Claim.SubstituteEnergy", words.Energy(claim.Energy), Wording.Moment(claim.To ?? claim.At)],
            _ => words[$"Claim.{claim.Kind}"],
        };

        /// <summary>A reason that the ledger gave, in the reader's language where it is one of the known ones.</summary>
        public string Reason(string reason) => PlainReason.In(words, reason);

        /// <summary>Text that a rule or a score was taken from.</summary>
        public string Source(string source) => ReasonText.Source(source, words);
    }

    /// <summary>Name of a facility or of the province; the scope itself where the inventory does not know it.</summary>
    public static string ScopeName(this Inventory inventory, string scope, Wording words) =>
        scope == inventory.Province.Value ? words.Name(inventory.Name)
        : FacilityId.TryParse(scope, out var id) && inventory.TryGet(id, out var facility) ? words.Name(facility.Name)
        : "";

    public static string Raw(this PueFigure? figure) => figure?.Value?.Value.ToString("R", CultureInfo.InvariantCulture) ?? "";

    public static string Kebab<T>(this T value)
        where T : struct, Enum => KebabCase.Of(value);
}
