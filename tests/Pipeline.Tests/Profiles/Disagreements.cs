namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>What the other monitor reads wrongly, by recording and address, with the reason from the MIB or from the value itself.</summary>
static class Disagreements
{
    /// <summary>A name or an address ends with an asterisk where all that begin so are meant.</summary>
    static readonly (string Recording, string Class, string Address, string Reason)[] Known =
    [
        ("raritan-pdu_px3", "power_factor", "1.3.6.1.4.1.13742.6.5.2.3.1.4.1.1.7", "a power factor is scaled by its decimal digits (2): 98 is 0.98"),
        ("raritan-pdu_px3", "power_factor", "1.3.6.1.4.1.13742.6.5.4.3.1.4.1.*", "a power factor is scaled by its decimal digits (2), and not available on an idle outlet"),
        ("algcom-dc-ups", "voltage", "1.3.6.1.4.1.49136.1.8.*", "the result of a battery test of the past, not a measurement"),
        ("apc_s*", "runtime", "1.3.6.1.4.1.318.1.1.1.2.1.3.0", "a date (of the last replacement) is no runtime"),
        ("apc_s*", "runtime", "1.3.6.1.4.1.318.1.1.1.2.2.21.0", "a date (of the next replacement) is no runtime"),
        ("eatonupsm2_9px+empg2", "runtime", "1.3.6.1.4.1.534.1.2.6.0", "a date (of the last replacement) is no runtime"),
        ("apc_inrow-dx", "power", "1.3.6.1.4.1.318.1.1.27.1.4.1.2.1.3.1.*", "the row's own unit is kW, shown as W"),
        ("apc_inrow-dx", "temperature", "1.3.6.1.4.1.318.1.1.27.1.4.1.2.1.3.1.*", "the sensor is not there: the row has no value"),
        ("apc-mgeups_galaxy7000", "power", "1.3.6.1.4.1.705.1.7.2.1.4.*", "mgoutputLoadPerPhase is percent, not kVA: 35 A × 230 V are 8.1 kVA of 83, which is 9 %"),
        ("cxc_e3", "runtime", "1.3.6.1.4.1.7309.5.3.1.31.0", "thousandths of an hour: 33.389 h are 2 003 min, divided by 16 for 16.67"),
        ("digipower", "power", "1.3.6.1.4.1.17420.1.2.9.1.11.0", "a current times 230 is no measured power"),
        ("eltek-webpower", "current", "1.3.6.1.4.1.12148.9.3.20.*", "ampere-hours, shown as amperes"),
        ("gude-esb_7213-1*", "temperature", "1.3.6.1.4.1.28507.66.1.6.1.1.7.1", "the distance to the dew point: a difference, no temperature"),
        ("himoinsa-gensets", "current", "1.3.6.1.4.1.41809.1.55.1.15.0", "the same object as the generator's third voltage"),
        ("hwg-perseus", "count", "1.3.6.1.4.1.21796.5.1.3.1.4.401.401004", "a wind speed: no business of a data centre"),
        ("hwg-perseus", "count", "1.3.6.1.4.1.21796.5.1.3.1.4.401.401005", "a wind direction: no business of a data centre"),
        ("janitza-umg96_umg96", "power_consumed", "1.3.6.1.4.1.34278.4.2.0", "reactive energy, kvarh, shown as kWh"),
        ("sensatronics-em1", "temperature", "1.3.6.1.4.1.16174.*", "degrees Fahrenheit, shown as Celsius"),
        ("sentry3_3phase", "power_factor", "1.3.6.1.4.1.1718.3.1.10.0", "hundredths: 100 is 1.00"),
        ("supercap", "current", "1.3.6.1.2.1.555.1.1.1.21", "a number of cycles, shown as amperes"),
        ("supercap", "current", "1.3.6.1.2.1.555.1.1.1.22", "ampere-hours, shown as amperes"),
        ("supercap", "current", "1.3.6.1.2.1.555.1.1.1.35", "ampere-hours, shown as amperes"),
        ("supercap", "current", "1.3.6.1.2.1.555.1.1.1.48", "ampere-hours, shown as amperes"),
        ("supercap", "current", "1.3.6.1.2.1.555.1.1.1.61", "ampere-hours, shown as amperes"),
        ("tpdin", "*", "1.3.6.1.4.1.45621.2.2.*", "text in the unit itself, divided by ten: 54.1 V shown as 5.41"),
        ("ts-bspdu", "power", "1.3.6.1.4.1.42610.1.4.4.1.6.1.2.1.15.*", "inletVoltPhase1, shown as power: that is the table of SPSv1-MIB, not of PWTv1-MIB; 228.7 V × 2.83 A × 0.872 are the 571 W of column 24"),
        ("ts-bspdu", "power_consumed", "1.3.6.1.4.1.42610.1.4.4.1.6.1.2.1.4.*", "watt-hours, shown as kilowatt-hours"),
        ("ts-bspdu", "voltage", "1.3.6.1.4.1.42610.1.4.4.1.6.1.2.1.9.*", "inletCurrPhase1b2, a current, shown as voltage: that is the table of SPSv1-MIB, not of PWTv1-MIB"),
        ("vertiv-ita2", "power_consumed", "1.3.6.1.4.1.13400.2.54.2.3.8.0", "a power in hundredths of a kilowatt, shown as energy"),
        ("webmon_matrix", "temperature", "1.3.6.1.4.1.994.3.4.7.18.1.66.2", "degrees Fahrenheit as all of this device, shown as Celsius"),
    ];

    /// <summary>Null when nothing is known against it.</summary>
    public static string? Reason(string recording, ExpectedSensor sensor) =>
        Array.Find(Known, entry => Fits(entry.Recording, recording) && Fits(entry.Class, sensor.Class) && Fits(entry.Address, sensor.Address)).Reason;

    static bool Fits(string pattern, string text) =>
        pattern.EndsWith('*') ? text.StartsWith(pattern[..^1], StringComparison.Ordinal) : pattern == text;
}
