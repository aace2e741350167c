namespace DcOps.Collectors.Snmp.Codec;

/// <summary>A PDU apart from any datagram (RFC 3416 section 3); a v1 trap is not expressed by it.</summary>
/// <param name="First">error-status, or non-repeaters of a GetBulkRequest.</param>
/// <param name="Second">error-index, or max-repetitions of a GetBulkRequest.</param>
public sealed record Pdu(
    PduKind Kind, int RequestId, int First, int Second, ImmutableArray<VariableBinding> Variables)
{
    public ErrorStatus ErrorStatus => (ErrorStatus)First;

    public int ErrorIndex => Second;

    public static Pdu GetRequest(int requestId, params ReadOnlySpan<ObjectIdentifier> names) =>
        Of(PduKind.GetRequest, requestId, 0, 0, names);

    public static Pdu GetNextRequest(int requestId, params ReadOnlySpan<ObjectIdentifier> names) =>
        Of(PduKind.GetNextRequest, requestId, 0, 0, names);

    public static Pdu GetBulkRequest(
        int requestId, int nonRepeaters, int maxRepetitions, params ReadOnlySpan<ObjectIdentifier> names) =>
        Of(PduKind.GetBulkRequest, requestId, nonRepeaters, maxRepetitions, names);

    public static Pdu Response(int requestId, ImmutableArray<VariableBinding> variables) =>
        new(PduKind.Response, requestId, 0, 0, variables);

    public static Pdu Refusal(int requestId, ErrorStatus status, int index, ImmutableArray<VariableBinding> variables) =>
        new(PduKind.Response, requestId, (int)status, index, variables);

    public void WriteTo(ref BerWriter writer)
    {
        var mark = writer.Mark;
        for (var index = Variables.Length - 1; index >= 0; index--)
            Variables[index].WriteTo(ref writer);
        writer.Close(BerTag.Sequence, mark);
        writer.WriteInteger(BerTag.Integer, Second);
        writer.WriteInteger(BerTag.Integer, First);
        writer.WriteInteger(BerTag.Integer, RequestId);
        writer.Close((byte)Kind, mark);
    }

    public bool Equals(Pdu? other) => other is not null && Kind == other.Kind && RequestId == other.RequestId
        && First == other.First && Second == other.Second && Variables.AsSpan().SequenceEqual(other.Variables.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Kind, RequestId, First, Second, Variables.Length);

    static Pdu Of(PduKind kind, int requestId, int first, int second, ReadOnlySpan<ObjectIdentifier> names)
    {
        var variables = ImmutableArray.CreateBuilder<VariableBinding>(names.Length);
        foreach (var name in names)
            variables.Add(new(name, ObjectSyntax.Null));
        return new(kind, requestId, first, second, variables.MoveToImmutable());
    }
}
