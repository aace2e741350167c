namespace DcOps.Domain.Quality;

/// <summary>How grades pass on.</summary>
public static class DataClasses
{
    /// <summary>A result inherits the highest grade of what it was made from.</summary>
    /// <exception cref="ArgumentException">It was made from nothing.</exception>
    public static DataClass OfResult(params ReadOnlySpan<DataClass> columns)
    {
        if (columns.IsEmpty)
            throw new ArgumentException("A result is made from at least one column.", nameof(columns));

        var highest = columns[0];
        foreach (var column in columns)
            highest = column > highest ? column : highest;
        return highest;
    }
}
