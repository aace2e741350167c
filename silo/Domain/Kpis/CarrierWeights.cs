using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>
/// One scheme by which carriers become comparable. Figures of two schemes are never mixed: the scheme's id is stored with each.
/// </summary>
/// <param name="Scheme">As in <c>en-50600-4-2</c>.</param>
/// <param name="Weights">Weighted kWh per kWh of a carrier, by the carrier's name.</param>
public sealed record CarrierWeights(string Scheme, ImmutableDictionary<string, decimal> Weights)
{
    /// <summary>Weighted energy of several carriers.</summary>
    /// <exception cref="ArgumentException">The scheme has no weight for a carrier; the message names it.</exception>
    public Energy Of(IEnumerable<(string Carrier, Energy Energy)> carriers) => carriers.Aggregate(
        Energy.Zero,
        (sum, each) => Weights.TryGetValue(each.Carrier, out var weight)
            ? sum + Energy.FromKilowattHours(each.Energy.WattHours * weight / 1_000)
            : throw new ArgumentException($"Scheme '{Scheme}' has no weight for carrier '{each.Carrier}'.", nameof(carriers)));
}
