namespace DcOps.Collectors.Snmp.Codec;

/// <summary>A PDU where it lies in its datagram, checked to the last variable.</summary>
public readonly ref struct PduView
{
    readonly int _first;
    readonly int _second;

    PduView(PduKind kind, int requestId, int first, int second, VariableSequence variables, TrapV1Header? trap)
    {
        Kind = kind;
        RequestId = requestId;
        _first = first;
        _second = second;
        Variables = variables;
        Trap = trap;
    }

    public PduKind Kind { get; }

    public int RequestId { get; }

    /// <summary>Meaningful in a response.</summary>
    public ErrorStatus ErrorStatus => (ErrorStatus)_first;

    /// <summary>Number of the guilty variable counted from 1; 0 when none is.</summary>
    public int ErrorIndex => _second;

    /// <summary>Meaningful in a GetBulkRequest; never negative.</summary>
    public int NonRepeaters => Math.Max(0, _first);

    /// <summary>Meaningful in a GetBulkRequest; never negative.</summary>
    public int MaxRepetitions => Math.Max(0, _second);

    public VariableSequence Variables { get; }

    /// <summary>The head of a v1 trap; null for every other kind.</summary>
    public TrapV1Header? Trap { get; }

    public Pdu ToPdu()
    {
        var variables = ImmutableArray.CreateBuilder<VariableBinding>(Variables.Count);
        foreach (var variable in Variables)
            variables.Add(variable.ToBinding());
        return new(Kind, RequestId, _first, _second, variables.DrainToImmutable());
    }

    internal static DecodeOutcome Decode(scoped ref BerReader reader, out PduView pdu)
    {
        pdu = default;
        if (!reader.TryReadElement(out var tag, out var content))
            return reader.Outcome;
        if (tag is < (byte)PduKind.GetRequest or > (byte)PduKind.Report)
            return (tag & 0xE0) == 0xA0 ? DecodeOutcome.UnknownPdu : DecodeOutcome.UnexpectedTag;

        var inner = new BerReader(content);
        int requestId = 0, first = 0, second = 0;
        TrapV1Header? trap = null;
        if ((PduKind)tag == PduKind.TrapV1)
            TrapV1Header.TryRead(ref inner, out trap);
        else if (inner.TryReadInteger(out requestId) && inner.TryReadInteger(out first))
            inner.TryReadInteger(out second);

        inner.TryRead(BerTag.Sequence, out var list);
        if (inner.Outcome != DecodeOutcome.Decoded)
            return inner.Outcome;
        if (!inner.IsAtEnd)
            return DecodeOutcome.TrailingOctets;

        var outcome = VariableSequence.Decode(list, out var variables);
        if (outcome == DecodeOutcome.Decoded)
            pdu = new((PduKind)tag, requestId, first, second, variables, trap);
        return outcome;
    }
}
