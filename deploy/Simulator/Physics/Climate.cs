namespace DcOps.Simulator.Physics;

/// <summary>A city's climate in four numbers.</summary>
/// <param name="MeanCelsius">Annual mean of the dry bulb.</param>
/// <param name="SwingCelsius">Half the distance between the mean of the warmest and of the coldest month.</param>
/// <param name="DailySwingCelsius">Half the distance between afternoon and dawn on a mean day.</param>
/// <param name="Humidity">Annual mean relative humidity, 0 to 1.</param>
public sealed record Climate(double MeanCelsius, double SwingCelsius, double DailySwingCelsius, double Humidity);
