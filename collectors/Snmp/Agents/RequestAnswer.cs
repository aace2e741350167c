using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Agents;

/// <summary>The answer to a request PDU over a set of objects (RFC 3416 section 4.2, RFC 1157 section 4.1 for v1).</summary>
sealed class RequestAnswer(IAgentObjects objects)
{
    /// <param name="room">Octets that the variables of the response may take.</param>
    /// <returns>Null when the PDU is no request.</returns>
    public Pdu? To(Pdu request, SnmpVersion version, int room) => request.Kind switch
    {
        PduKind.GetRequest => Each(request, version, room, name => new(name, objects.Get(name))),
        PduKind.GetNextRequest => Each(request, version, room, Next),
        PduKind.GetBulkRequest when version != SnmpVersion.V1 => Bulk(request, room),
        PduKind.SetRequest => Pdu.Refusal(
            request.RequestId,
            version == SnmpVersion.V1 ? ErrorStatus.NoSuchName : ErrorStatus.NotWritable,
            Math.Min(1, request.Variables.Length),
            request.Variables),
        _ => null,
    };

    static Pdu Each(Pdu request, SnmpVersion version, int room, Func<ObjectIdentifier, VariableBinding> answer)
    {
        var variables = ImmutableArray.CreateBuilder<VariableBinding>(request.Variables.Length);
        foreach (var asked in request.Variables)
        {
            var variable = answer(asked.Name);
            // v1 has neither exceptions nor Counter64 (RFC 3584 section 4.2.2).
            if (version == SnmpVersion.V1 && (variable.Value.IsException || variable.Value.Kind == SyntaxKind.Counter64))
                return Pdu.Refusal(request.RequestId, ErrorStatus.NoSuchName, variables.Count + 1, request.Variables);

            room -= variable.EncodedLength;
            variables.Add(variable);
        }

        return room < 0
            ? Pdu.Refusal(request.RequestId, ErrorStatus.TooBig, 0, version == SnmpVersion.V1 ? request.Variables : [])
            : Pdu.Response(request.RequestId, variables.MoveToImmutable());
    }

    VariableBinding Next(ObjectIdentifier name) => objects.Next(name) ?? new(name, ObjectSyntax.EndOfMibView);

    Pdu Bulk(Pdu request, int room)
    {
        var nonRepeaters = Math.Clamp(request.First, 0, request.Variables.Length);
        var variables = ImmutableArray.CreateBuilder<VariableBinding>();
        for (var index = 0; index < nonRepeaters; index++)
        {
            if (!TryAdd(variables, Next(request.Variables[index].Name), ref room))
                return Pdu.Refusal(request.RequestId, ErrorStatus.TooBig, 0, []);
        }

        var last = request.Variables[nonRepeaters..].Select(variable => variable.Name).ToArray();
        for (var repetition = 0; last.Length > 0 && repetition < request.Second; repetition++)
        {
            var isAtEnd = true;
            for (var column = 0; column < last.Length; column++)
            {
                var next = Next(last[column]);
                if (!TryAdd(variables, next, ref room))
                    return Pdu.Response(request.RequestId, variables.DrainToImmutable());
                last[column] = next.Name;
                isAtEnd &= next.Value.Kind == SyntaxKind.EndOfMibView;
            }

            if (isAtEnd)
                break;
        }

        return Pdu.Response(request.RequestId, variables.DrainToImmutable());
    }

    static bool TryAdd(ImmutableArray<VariableBinding>.Builder variables, VariableBinding variable, ref int room)
    {
        room -= variable.EncodedLength;
        if (room < 0)
            return false;

        variables.Add(variable);
        return true;
    }
}
