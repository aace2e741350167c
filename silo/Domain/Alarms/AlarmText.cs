namespace DcOps.Domain.Alarms;

/// <summary>A sentence as data: which one, and what stands in it. Every language words it in its own way.</summary>
/// <param name="Id">As in <c>alarm.limit.high</c>.</param>
/// <param name="Arguments">In no particular order; names are distinct.</param>
[GenerateSerializer, Immutable, Alias("AlarmText")]
public sealed record AlarmText([property: Id(0)] string Id, [property: Id(1)] ImmutableArray<TextArgument> Arguments)
{
    public static AlarmText Of(string id, params ReadOnlySpan<TextArgument> arguments) => new(id, [.. arguments]);

    public bool Equals(AlarmText? other) =>
        other is not null && Id == other.Id && Arguments.AsSpan().SequenceEqual(other.Arguments.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Id, Arguments.Length);
}
