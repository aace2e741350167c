using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Units;

/// <summary>A unit as profiles and mappings write it, and its way to the canonical unit: value × factor + offset.</summary>
/// <param name="Symbol">As written, as in <c>kWh</c>.</param>
public sealed record UnitOfMeasure(string Symbol, Dimension Dimension, double Factor, double Offset = 0)
{
    /// <summary>Volume flow of 1 ft³/min in m³/s (1 ft = 0.3048 m).</summary>
    const double CubicFootPerMinute = 0.3048 * 0.3048 * 0.3048 / 60;

    /// <summary>Volume flow of 1 gallon (US, 3.785411784 L) a minute in m³/s.</summary>
    const double GallonPerMinute = 3.785411784e-3 / 60;

    static readonly FrozenDictionary<string, UnitOfMeasure[]> BySymbol = All()
        .GroupBy(unit => unit.Symbol, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>Every symbol that the quantity may be given in, canonical unit first.</summary>
    public static IEnumerable<string> SymbolsOf(Quantity quantity) =>
        All().Where(unit => unit.Dimension == QuantityTraits.Of(quantity).Dimension).Select(unit => unit.Symbol);

    /// <summary>False when the symbol is unknown or measures something else than the quantity.</summary>
    public static bool TryGet(string symbol, Quantity quantity, [NotNullWhen(true)] out UnitOfMeasure? unit)
    {
        var dimension = QuantityTraits.Of(quantity).Dimension;
        unit = BySymbol.GetValueOrDefault(symbol)?.FirstOrDefault(candidate => candidate.Dimension == dimension);
        return unit is not null;
    }

    public static bool IsKnown(string symbol) => BySymbol.ContainsKey(symbol);

    static IEnumerable<UnitOfMeasure> All() =>
    [
        new("W", Dimension.ActivePower, 1), new("kW", Dimension.ActivePower, 1e3), new("MW", Dimension.ActivePower, 1e6),
        new("mW", Dimension.ActivePower, 1e-3), new("BTU/h", Dimension.ActivePower, 0.29307107017),
        new("VA", Dimension.ApparentPower, 1), new("kVA", Dimension.ApparentPower, 1e3), new("MVA", Dimension.ApparentPower, 1e6),
        new("var", Dimension.ReactivePower, 1), new("kvar", Dimension.ReactivePower, 1e3),
        new("Wh", Dimension.ActiveEnergy, 1), new("kWh", Dimension.ActiveEnergy, 1e3), new("MWh", Dimension.ActiveEnergy, 1e6),
        new("Wmin", Dimension.ActiveEnergy, 1.0 / 60), new("Ws", Dimension.ActiveEnergy, 1.0 / 3_600),
        new("J", Dimension.ActiveEnergy, 1.0 / 3_600), new("MJ", Dimension.ActiveEnergy, 1e6 / 3_600),
        new("varh", Dimension.ReactiveEnergy, 1), new("kvarh", Dimension.ReactiveEnergy, 1e3),
        new("V", Dimension.Voltage, 1), new("mV", Dimension.Voltage, 1e-3), new("µV", Dimension.Voltage, 1e-6), new("kV", Dimension.Voltage, 1e3),
        new("A", Dimension.Current, 1), new("mA", Dimension.Current, 1e-3),
        new("Ah", Dimension.Charge, 1), new("mAh", Dimension.Charge, 1e-3),
        new("Hz", Dimension.Frequency, 1), new("mHz", Dimension.Frequency, 1e-3),
        new("1", Dimension.Ratio, 1), new("%", Dimension.Ratio, 0.01), new("%RH", Dimension.Ratio, 0.01),
        new("°C", Dimension.Temperature, 1), new("°F", Dimension.Temperature, 5.0 / 9, -160.0 / 9),
        new("K", Dimension.Temperature, 1, -273.15),
        new("s", Dimension.Duration, 1), new("ms", Dimension.Duration, 1e-3), new("min", Dimension.Duration, 60),
        new("h", Dimension.Duration, 3_600), new("d", Dimension.Duration, 86_400),
        new("ticks", Dimension.Duration, 0.01),
        new("unix-s", Dimension.Instant, 1), new("unix-ms", Dimension.Instant, 1e-3),
        new("m³/s", Dimension.Flow, 1), new("m³/h", Dimension.Flow, 1.0 / 3_600), new("m³/min", Dimension.Flow, 1.0 / 60),
        new("L/s", Dimension.Flow, 1e-3), new("L/min", Dimension.Flow, 1e-3 / 60), new("L/h", Dimension.Flow, 1e-3 / 3_600),
        new("cfm", Dimension.Flow, CubicFootPerMinute), new("gpm", Dimension.Flow, GallonPerMinute),
        new("Pa", Dimension.Pressure, 1), new("hPa", Dimension.Pressure, 100), new("kPa", Dimension.Pressure, 1e3),
        new("mbar", Dimension.Pressure, 100), new("bar", Dimension.Pressure, 1e5), new("psi", Dimension.Pressure, 6_894.757293168),
        new("inH2O", Dimension.Pressure, 249.08891),
        new("rpm", Dimension.RotationalSpeed, 1),
        new("L", Dimension.Volume, 1), new("m³", Dimension.Volume, 1e3),
        new("B", Dimension.Data, 1), new("KiB", Dimension.Data, 1_024), new("bit", Dimension.Data, 0.125),
        new("bit/s", Dimension.DataRate, 1), new("Mbit/s", Dimension.DataRate, 1e6),
        new("1", Dimension.Count, 1),
    ];
}
