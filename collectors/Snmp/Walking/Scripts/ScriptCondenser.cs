using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Walking.Scripts;

/// <summary>
/// Makes a recorded poll shorter without asking for less. A device that answers the question for A with X says that it has nothing
/// between them (RFC 3416 section 4.2.2): every empty table and missing scalar between A and X is known to be so from that one
/// answer, and the first row of any of them changes it. What is left goes into as few exchanges as the device bears.
/// </summary>
/// <param name="mostVariables">That the device is asked for at once.</param>
/// <param name="looksBehind">Whether the end of a column is to be looked at in every poll.</param>
sealed class ScriptCondenser(int mostVariables, Func<ObjectIdentifier, bool> looksBehind)
{
    const int MostRepetitions = 25;

    /// <returns>Null when the walk cannot be made shorter in this way.</returns>
    public ImmutableArray<ScriptStep>? Condense(IReadOnlyList<RecordedExchange> exchanges)
    {
        var gets = exchanges.TakeWhile(exchange => exchange.Kind == PduKind.GetRequest).ToList();
        var bulks = exchanges.Skip(gets.Count).ToList();
        if (bulks.Count == 0 || bulks.Any(exchange => exchange.Kind != PduKind.GetBulkRequest))
            return null;

        var objects = Objects(bulks);
        if (objects.Any(entry => entry.Answers.Count is 0 or > MostRepetitions))
            return null;

        var most = bulks.Where(exchange => exchange.IsCutShort).Select(exchange => exchange.Answers.Length).Append(mostVariables).Min();
        var absent = ImmutableArray.CreateBuilder<string>();
        var asked = WithoutShown(objects, absent);
        return [.. gets.Select(exchange => exchange.ToStep()), .. Steps(asked, most, absent.ToImmutable())];
    }

    List<RecordedObject> Objects(List<RecordedExchange> exchanges)
    {
        var objects = new Dictionary<ObjectIdentifier, RecordedObject>();
        foreach (var exchange in exchanges)
        {
            for (var place = 0; place < exchange.Names.Length; place++)
                objects.TryAdd(exchange.Objects[place], new(exchange.Objects[place], exchange.Names[place]));
            for (var answer = 0; answer < exchange.Answers.Length; answer++)
            {
                var identifier = exchange.Objects[exchange.PlaceOf(answer)];
                objects[identifier].Add(exchange.Answers[answer], looksBehind(identifier));
            }
        }

        return [.. objects.Values];
    }

    static List<RecordedObject> WithoutShown(List<RecordedObject> objects, ImmutableArray<string>.Builder absent)
    {
        var shown = new HashSet<RecordedObject>();
        RecordedObject? last = null;
        foreach (var nothing in objects.Where(entry => entry.IsNothing).OrderBy(entry => entry.NameBefore(0)))
        {
            if (last is null || !nothing.IsShownBy(last))
                last = nothing;
            else if (shown.Add(nothing) && nothing.Answers[0].Address is { } address)
                absent.Add(address);
        }

        return [.. objects.Where(entry => !shown.Contains(entry))];
    }

    // Columns of as many rows as most have are asked row after row; the others' rows each by the name before it.
    static IEnumerable<ScriptStep> Steps(List<RecordedObject> objects, int most, ImmutableArray<string> absent)
    {
        var rows = objects.Where(entry => entry.Answers.Count > 1).GroupBy(entry => entry.Answers.Count)
            .OrderByDescending(group => group.Key * group.Count()).FirstOrDefault()?.Key ?? 1;
        var singles = new Queue<(RecordedObject Object, int Answer)>(objects.Where(entry => rows == 1 || entry.Answers.Count != rows)
            .SelectMany(entry => Enumerable.Range(0, entry.Answers.Count).Select(answer => (entry, answer))));
        var columns = new Queue<RecordedObject>(objects.Where(entry => rows > 1 && entry.Answers.Count == rows));
        while (singles.Count + columns.Count > 0)
        {
            var alone = Enumerable.Range(0, Math.Min(singles.Count, most)).Select(_ => singles.Dequeue()).ToList();
            var together = Math.Min(columns.Count, Math.Max((most - alone.Count) / rows, alone.Count == 0 ? 1 : 0));
            yield return Step(alone, [.. Enumerable.Range(0, together).Select(_ => columns.Dequeue())], rows, absent);
            absent = [];
        }
    }

    static ScriptStep Step(List<(RecordedObject Object, int Answer)> alone, List<RecordedObject> columns, int rows, ImmutableArray<string> absent)
    {
        ObjectIdentifier[] names = [.. alone.Select(entry => entry.Object.NameBefore(entry.Answer)), .. columns.Select(column => column.NameBefore(0))];
        return new(
            PduKind.GetBulkRequest,
            ScriptStep.Write(names),
            names.Length,
            alone.Count,
            columns.Count == 0 ? 0 : rows,
            [.. alone.Select(entry => entry.Object.Object), .. columns.Select(column => column.Object)],
            [
                .. alone.Select(entry => entry.Object.Answers[entry.Answer]),
                .. Enumerable.Range(0, rows).SelectMany(row => columns.Select(column => column.Answers[row])),
            ])
        {
            Absent = absent,
        };
    }
}
