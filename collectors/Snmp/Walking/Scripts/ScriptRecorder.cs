using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Walking.Scripts;

/// <summary>Writes down how a walk goes, so that the next one may be played from it.</summary>
sealed class ScriptRecorder
{
    readonly List<ScriptStep> _steps = [];
    PollPlan? _plan;

    /// <summary>Null when the walk cannot be played again.</summary>
    public PollScript? Script => _plan is { } plan && _steps.Count > 0 ? new(plan, [.. _steps]) : null;

    public bool IsRecording => _plan is not null;

    /// <param name="plan">Null when nothing is to be written down.</param>
    public void Begin(PollPlan? plan)
    {
        _plan = plan;
        _steps.Clear();
    }

    /// <summary>The walk took a turn that no script can take.</summary>
    public void Stop() => _plan = null;

    /// <param name="scalars">How many of the variables, the first ones, are scalars.</param>
    /// <param name="added">What the walk has made of them, in their order.</param>
    public void Add(in RequestDraft question, ImmutableArray<ObjectIdentifier> objects, VariableSequence variables, int scalars, ReadOnlySpan<RawValue> added)
    {
        if (_plan is null)
            return;

        var answers = ImmutableArray.CreateBuilder<ScriptedAnswer>(variables.Count);
        var taken = 0;
        foreach (var variable in variables)
        {
            var isScalar = answers.Count < scalars;
            var address = _plan.Addresses.Of(variable.Name).Address;
            var use = taken == added.Length ? ScriptedUse.PassedOver
                : added[taken].Address == address ? isScalar ? address == _plan.ScalarAddresses[0] ? ScriptedUse.UpTime : ScriptedUse.Scalar : ScriptedUse.Row
                : isScalar && added[taken].Kind == RawKind.Absent ? ScriptedUse.NoScalar
                : ScriptedUse.PassedOver;
            answers.Add(new(variable.Name.ToArray(), use == ScriptedUse.PassedOver ? null : added[taken].Address, use));
            taken += use == ScriptedUse.PassedOver ? 0 : 1;
        }

        if (taken < added.Length)
            Stop();
        else
            _steps.Add(new(question.Kind, ScriptStep.Write(question.Names), question.Names.Length, question.NonRepeaters, question.MaxRepetitions, objects, answers.MoveToImmutable()));
    }
}
