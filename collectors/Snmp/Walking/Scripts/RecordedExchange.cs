using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Walking.Scripts;

/// <summary>One exchange as it was walked.</summary>
/// <param name="Names">The names asked.</param>
/// <param name="Objects">Scalars and columns asked, in the order of the names.</param>
/// <param name="Answers">Those asked once, in order; then row after row of the others, as far as the device came.</param>
sealed record RecordedExchange(
    PduKind Kind,
    ImmutableArray<ObjectIdentifier> Names,
    int NonRepeaters,
    int Repetitions,
    ImmutableArray<ObjectIdentifier> Objects,
    ImmutableArray<ScriptedAnswer> Answers)
{
    /// <summary>Whether the device said less than was asked for: it says no more at once.</summary>
    public bool IsCutShort => Kind == PduKind.GetBulkRequest && Answers.Length < NonRepeaters + ((Names.Length - NonRepeaters) * Repetitions);

    /// <summary>Of an answer, which of the names it answers.</summary>
    public int PlaceOf(int answer) => answer < NonRepeaters || Kind != PduKind.GetBulkRequest
        ? answer
        : NonRepeaters + ((answer - NonRepeaters) % (Names.Length - NonRepeaters));

    public ScriptStep ToStep() => new(Kind, ScriptStep.Write(Names.AsSpan()), Names.Length, NonRepeaters, Repetitions, Objects, Answers);
}
