namespace DcOps.Collectors.Mqtt.Connecting;

/// <summary>What a session subscribes to.</summary>
/// <param name="Values">Topic filters of samples: a retained one is old and not asked for.</param>
/// <param name="Notes">Topic filters of what devices say about themselves: there the retained message is what counts. Never shared.</param>
/// <param name="ShareGroup">Null: every message of <paramref name="Values"/> comes here.</param>
sealed record TopicInterest(ImmutableArray<string> Values, ImmutableArray<string> Notes, string? ShareGroup);
