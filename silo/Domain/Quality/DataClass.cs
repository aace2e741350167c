namespace DcOps.Domain.Quality;

/// <summary>Grade of data by what its disclosure would harm (GB/T 43697-2024), least first.</summary>
public enum DataClass : byte
{
    /// <summary>一般-1: public.</summary>
    General1 = 1,

    /// <summary>一般-2.</summary>
    General2 = 2,

    /// <summary>一般-3: device readings of one site.</summary>
    General3 = 3,

    /// <summary>一般-4: topology and addresses of one large site.</summary>
    General4 = 4,

    /// <summary>重要.</summary>
    Important = 5,

    /// <summary>核心.</summary>
    Core = 6,
}
