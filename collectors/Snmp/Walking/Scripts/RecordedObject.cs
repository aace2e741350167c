using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Walking.Scripts;

/// <summary>What a device said of one scalar or column, over all exchanges of a walk.</summary>
/// <param name="name">As it was first asked.</param>
sealed class RecordedObject(ObjectIdentifier identifier, ObjectIdentifier name)
{
    readonly List<ScriptedAnswer> _answers = [];
    bool _isOver;

    public ObjectIdentifier Object { get; } = identifier;

    /// <summary>Of a column its rows, and what stands behind them where that is to be looked at.</summary>
    public IReadOnlyList<ScriptedAnswer> Answers => _answers;

    /// <summary>Whether it is asked for only to see that there still is nothing.</summary>
    public bool IsNothing => _answers is [{ Use: ScriptedUse.PassedOver or ScriptedUse.NoScalar }];

    /// <summary>The name whose successor an answer is.</summary>
    public ObjectIdentifier NameBefore(int answer) =>
        answer > 0 && ObjectIdentifier.TryDecode(_answers[answer - 1].Name, out var before) ? before : name;

    /// <param name="looksBehind">Whether the end of the column is to be looked at in every poll.</param>
    public void Add(in ScriptedAnswer answer, bool looksBehind)
    {
        if (_isOver)
            return;

        _isOver = answer.Use == ScriptedUse.PassedOver;
        if (!_isOver || looksBehind || _answers.Count == 0)
            _answers.Add(answer);
    }

    /// <summary>Whether the answer to <paramref name="other"/>, which is before this, says that there is nothing here either.</summary>
    public bool IsShownBy(RecordedObject other) => NameBefore(0) > other.NameBefore(0)
        && (_answers[0].Name.AsSpan().SequenceEqual(other._answers[0].Name) || (IsBehindAll && other.IsBehindAll));

    // What is behind the last of the device's objects is answered with the question's own name.
    bool IsBehindAll => NameBefore(0).Encoded.SequenceEqual(_answers[0].Name);
}
