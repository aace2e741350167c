using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Walking.Scripts;

/// <summary>One exchange of a poll as it went before: the question in wire form, and the names that came back.</summary>
/// <param name="Question">The names asked, with their sequence.</param>
/// <param name="Names">How many names that are.</param>
/// <param name="Objects">Scalars and columns that are asked.</param>
sealed record ScriptStep(
    PduKind Kind,
    byte[] Question,
    int Names,
    int NonRepeaters,
    int Repetitions,
    ImmutableArray<ObjectIdentifier> Objects,
    ImmutableArray<ScriptedAnswer> Answers)
{
    const int LargestQuestion = 8_192;

    /// <summary>Addresses of scalars that the device does not have, as the answer to another name shows.</summary>
    public ImmutableArray<string> Absent { get; init; } = [];

    public RequestDraft Draft => new(Kind, [], NonRepeaters, Repetitions) { Written = Question };

    /// <summary>Takes a response whose names are the expected ones.</summary>
    /// <param name="upTimeTicks">Kept when the response does not say it.</param>
    /// <returns>False when it is another response; values may have been added then.</returns>
    public bool TryTake(VariableSequence variables, ValueList values, ref uint? upTimeTicks)
    {
        if (variables.Count != Answers.Length)
            return false;

        foreach (var address in Absent)
            values.AddAbsent(address);
        return variables.ShortBindings.IsEmpty
            ? TryTakeAny(variables, values, ref upTimeTicks)
            : TryTakeShort(variables.ShortBindings, values, ref upTimeTicks);
    }

    // A number, in its own kind of binding, is taken where it lies.
    bool TryTakeShort(ReadOnlySpan<byte> rest, ValueList values, ref uint? upTimeTicks)
    {
        foreach (ref readonly var expected in Answers.AsSpan())
        {
            ShortBinding.TryFind(rest, out var binding);
            if (!binding.Name(rest).SequenceEqual(expected.Name))
                return false;

            if (expected.Use is ScriptedUse.Row or ScriptedUse.Scalar && SyntaxCodec.TryReadNumber(binding.Tag, binding.Value(rest), out var number))
                values.Add(expected.Address!, number);
            else if (!TryTake(expected, new(binding.Name(rest), binding.Tag, binding.Value(rest)), values, ref upTimeTicks))
                return false;
            rest = rest[binding.Length..];
        }

        return true;
    }

    bool TryTakeAny(VariableSequence variables, ValueList values, ref uint? upTimeTicks)
    {
        var at = 0;
        foreach (var variable in variables)
        {
            ref readonly var expected = ref Answers.AsSpan()[at++];
            if (!variable.Name.SequenceEqual(expected.Name) || !TryTake(expected, variable, values, ref upTimeTicks))
                return false;
        }

        return true;
    }

    static bool TryTake(in ScriptedAnswer expected, VariableView variable, ValueList values, ref uint? upTimeTicks)
    {
        if (expected.Use == ScriptedUse.PassedOver)
            return true;
        if (expected.Use == ScriptedUse.Row && variable.Kind is SyntaxKind.EndOfMibView or SyntaxKind.NoSuchObject or SyntaxKind.NoSuchInstance)
            return false;

        if (expected.Use == ScriptedUse.NoScalar)
            values.AddAbsent(expected.Address!);
        else
            values.Add(expected.Address!, variable);
        if (expected.Use == ScriptedUse.UpTime && variable.Kind == SyntaxKind.TimeTicks && variable.TryGetNumber(out var ticks))
            upTimeTicks = (uint)ticks;
        return true;
    }

    /// <summary>Whether the question is this one.</summary>
    public bool IsQuestion(in RequestDraft other) =>
        other.Kind == Kind && other.NonRepeaters == NonRepeaters && other.MaxRepetitions == Repetitions
        && Write(other.Names).AsSpan().SequenceEqual(Question);

    public static byte[] Write(ReadOnlySpan<ObjectIdentifier> names)
    {
        var writer = new BerWriter(new byte[LargestQuestion]);
        RequestDraft.WriteNames(ref writer, names);
        return writer.Written.ToArray();
    }

    public bool Equals(ScriptStep? other) => other is not null
        && Kind == other.Kind && NonRepeaters == other.NonRepeaters && Repetitions == other.Repetitions
        && Question.AsSpan().SequenceEqual(other.Question) && Answers.AsSpan().SequenceEqual(other.Answers.AsSpan())
        && Objects.AsSpan().SequenceEqual(other.Objects.AsSpan()) && Absent.AsSpan().SequenceEqual(other.Absent.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Kind, Question.Length, Answers.Length, Answers.Length == 0 ? 0 : Answers[^1].GetHashCode());
}
