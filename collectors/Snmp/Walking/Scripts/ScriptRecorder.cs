using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Walking.Scripts;

/// <summary>Writes down how a walk goes, so that the next one may be played from it.</summary>
sealed class ScriptRecorder
{
    readonly List<RecordedExchange> _exchanges = [];
    PollPlan? _plan;

    /// <summary>The walk as it went; null when it cannot be played again.</summary>
    public PollScript? Script =>
        _plan is { } plan && _exchanges.Count > 0 ? new(plan, [.. _exchanges.Select(exchange => exchange.ToStep())]) : null;

    /// <summary>The same with fewer questions; null when that cannot be.</summary>
    public PollScript? Condensed(ScriptCondenser condenser) =>
        _plan is { } plan && condenser.Condense(_exchanges) is { } steps ? new(plan, steps) : null;

    public bool IsRecording => _plan is not null;

    /// <param name="plan">Null when nothing is to be written down.</param>
    public void Begin(PollPlan? plan)
    {
        _plan = plan;
        _exchanges.Clear();
    }

    /// <summary>The walk took a turn that no script can take.</summary>
    public void Stop() => _plan = null;

    /// <param name="scalars">How many of the variables, the first ones, are scalars.</param>
    /// <param name="added">What the walk has made of them, in their order.</param>
    public void Add(in RequestDraft question, ImmutableArray<ObjectIdentifier> objects, VariableSequence variables, int scalars, ReadOnlySpan<RawValue> added)
    {
        if (_plan is null)
            return;

        var exchange = new RecordedExchange(question.Kind, [.. question.Names], question.NonRepeaters, question.MaxRepetitions, objects, []);
        var answers = ImmutableArray.CreateBuilder<ScriptedAnswer>(variables.Count);
        var taken = 0;
        foreach (var variable in variables)
        {
            var use = taken == added.Length
                ? ScriptedUse.PassedOver
                : UseOf(variable.Name, objects[exchange.PlaceOf(answers.Count)], added[taken], isScalar: answers.Count < scalars);
            answers.Add(new(variable.Name.ToArray(), use == ScriptedUse.PassedOver ? null : added[taken].Address, use));
            taken += use == ScriptedUse.PassedOver ? 0 : 1;
        }

        if (taken < added.Length)
            Stop();
        else
            _exchanges.Add(exchange with { Answers = answers.MoveToImmutable() });
    }

    // An empty column is answered with what follows it, which may be told a moment later as another column's row.
    ScriptedUse UseOf(ReadOnlySpan<byte> name, ObjectIdentifier asked, in RawValue added, bool isScalar)
    {
        var isSaid = name.StartsWith(asked.Encoded) && _plan!.Addresses.Of(name).Address == added.Address;
        return (isScalar, isSaid) switch
        {
            (true, true) => asked == _plan!.Scalars[0] ? ScriptedUse.UpTime : ScriptedUse.Scalar,
            (true, false) => added.Kind == RawKind.Absent && _plan!.Addresses.Of(asked.Encoded).Address == added.Address ? ScriptedUse.NoScalar : ScriptedUse.PassedOver,
            (false, true) => ScriptedUse.Row,
            (false, false) => ScriptedUse.PassedOver,
        };
    }
}
