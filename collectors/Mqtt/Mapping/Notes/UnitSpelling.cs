using System.Collections.Frozen;

namespace DcOps.Collectors.Mqtt.Mapping.Notes;

/// <summary>Units as devices spell them in descriptions, to the spelling that mappings use.</summary>
static class UnitSpelling
{
    static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["C"] = "°C",
        ["degC"] = "°C",
        ["℃"] = "°C",
        ["Celsius"] = "°C",
        ["F"] = "°F",
        ["degF"] = "°F",
        ["℉"] = "°F",
        ["KW"] = "kW",
        ["kw"] = "kW",
        ["Watts"] = "W",
        ["watts"] = "W",
        ["KWH"] = "kWh",
        ["kwh"] = "kWh",
        ["kW·h"] = "kWh",
        ["kW-h"] = "kWh",
        ["WH"] = "Wh",
        ["KVA"] = "kVA",
        ["VAr"] = "var",
        ["VAR"] = "var",
        ["kVAr"] = "kvar",
        ["kVAR"] = "kvar",
        ["Volts"] = "V",
        ["Amps"] = "A",
        ["HZ"] = "Hz",
        ["hz"] = "Hz",
        ["%rh"] = "%RH",
        ["% RH"] = "%RH",
        ["percent"] = "%",
        ["m3/h"] = "m³/h",
        ["m3/s"] = "m³/s",
        ["m3"] = "m³",
        ["LPM"] = "L/min",
        ["l/min"] = "L/min",
        ["lpm"] = "L/min",
        ["l/s"] = "L/s",
        ["l"] = "L",
        ["CFM"] = "cfm",
        ["PSI"] = "psi",
        ["RPM"] = "rpm",
        ["KPa"] = "kPa",
        ["kpa"] = "kPa",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Canonical(string spelled) => Known.GetValueOrDefault(spelled.Trim(), spelled.Trim());
}
