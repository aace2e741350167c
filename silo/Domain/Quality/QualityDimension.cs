namespace DcOps.Domain.Quality;

/// <summary>The six dimensions of data quality (GB/T 36344-2018).</summary>
public enum QualityDimension : byte
{
    /// <summary>规范性.</summary>
    Conformity = 0,

    /// <summary>完整性.</summary>
    Completeness = 1,

    /// <summary>准确性.</summary>
    Accuracy = 2,

    /// <summary>一致性.</summary>
    Consistency = 3,

    /// <summary>时效性.</summary>
    Timeliness = 4,

    /// <summary>可访问性.</summary>
    Accessibility = 5,
}
