namespace DcOps.Domain.Metering;

/// <summary>Columns of the meter table, in the order in which it is written.</summary>
public static class MeterColumns
{
    public const string Facility = "facility";
    public const string Meter = "meter";
    public const string Role = "role";
    public const string Carrier = "carrier";
    public const string Parent = "parent";
    public const string Ct = "ct";
    public const string CtClass = "ct_class";
    public const string Pt = "pt";
    public const string PtClass = "pt_class";
    public const string Rated = "rated_kw";
    public const string Resolution = "resolution_wh";
    public const string Modulus = "modulus_wh";
    public const string Accuracy = "accuracy_class";
    public const string CalibratedOn = "calibrated_on";
    public const string CalibrationDueOn = "calibration_due_on";
    public const string Serial = "serial";
    public const string Volatile = "volatile";
    public const string ValidFrom = "valid_from";
    public const string ValidTo = "valid_to";

    public static ImmutableArray<string> All { get; } =
    [
        Facility, Meter, Role, Carrier, Parent, Ct, CtClass, Pt, PtClass, Rated, Resolution, Modulus, Accuracy, CalibratedOn,
        CalibrationDueOn, Serial, Volatile, ValidFrom, ValidTo,
    ];
}
