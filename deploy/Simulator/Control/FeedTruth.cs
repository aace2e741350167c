namespace DcOps.Simulator.Control;

/// <summary>One feed of a rack.</summary>
/// <param name="WattHours">True energy since the model began.</param>
/// <param name="RegisterWattHours">What the PDU shows, in steps of its resolution.</param>
/// <param name="IsDead">Whether the feed is tripped.</param>
public sealed record FeedTruth(string Device, double Watts, double WattHours, double RegisterWattHours, bool IsDead);
