namespace DcOps.Dashboard.Pages.Compliance;

/// <summary>By which of the two methods of GB 40879 a facility is judged.</summary>
public enum RatioMethod : byte
{
    /// <summary>R_M2: a year of metered energy.</summary>
    Annual = 0,

    /// <summary>R_M1: five characteristic operating points.</summary>
    Characteristic = 1,
}
