namespace DcOps.Domain.Quality;

/// <summary>Classes of points that quality is told apart by.</summary>
public enum PointClass : byte
{
    /// <summary>Meters of the boundary.</summary>
    Meters = 0,
    Power = 1,
    Temperature = 2,
    Humidity = 3,
    Network = 4,
}
