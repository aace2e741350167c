namespace DcOps.Simulator.Control;

/// <summary>True values of a rack's feeds at one instant, and the registers its PDUs show for them.</summary>
public sealed record RackTruth(string Rack, DateTimeOffset At, ImmutableArray<FeedTruth> Feeds);
