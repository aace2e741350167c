using System.Globalization;
using DcOps.Domain.Csv;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DcOps.Import;

/// <summary>
/// A list of flat maps in YAML under one key, read event by event: every value is text. What could make a small file large or turn text
/// into something else (anchors, aliases, tags, further documents, deeper nesting) is refused by its line.
/// </summary>
sealed class YamlRows
{
    const int MostLetters = 16 << 20;
    const int MostRows = 200_000;

    readonly string _file;
    readonly string _root;
    readonly IReadOnlyList<string> _columns;
    readonly Dictionary<string, int> _index;
    readonly List<CsvFault> _faults;
    readonly Parser _parser;

    YamlRows(string file, string text, string root, IReadOnlyList<string> columns, List<CsvFault> faults)
    {
        (_file, _root, _columns, _faults) = (file, root, columns, faults);
        _index = columns.Select((name, index) => (name, index)).ToDictionary(each => each.name, each => each.index, StringComparer.Ordinal);
        _parser = new(new StringReader(text));
    }

    /// <param name="root">The only key of the file; its value is the list.</param>
    /// <param name="columns">Keys that a map may have; one that is absent is an empty cell.</param>
    /// <returns>Empty when the file as a whole cannot be read; the faults say why.</returns>
    public static List<CsvRow> Read(string file, string text, string root, IReadOnlyList<string> columns, List<CsvFault> faults)
    {
        if (text.Length > MostLetters)
        {
            faults.Add(new(file, 1, "", string.Create(CultureInfo.InvariantCulture, $"has more than {MostLetters} letters; split it.")));
            return [];
        }

        var reader = new YamlRows(file, text, root, columns, faults);
        try
        {
            return reader.Rows();
        }
        catch (YamlException fault)
        {
            faults.Add(new(file, (int)Math.Max(1, fault.Start.Line), "", $"is not valid YAML: {fault.Message.TrimEnd('.')}."));
            return [];
        }
        catch (InvalidOperationException)
        {
            // The library's scanner ends so on some letters that no YAML has.
            faults.Add(new(file, reader._parser.Current is { } last ? LineOf(last.End) : 1, "", "is not valid YAML from here on."));
            return [];
        }
    }

    List<CsvRow> Rows()
    {
        var rows = new List<CsvRow>();
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out var empty))
            throw At(empty.Start, $"the file is empty; write '{_root}:' and a list below it");

        _parser.Consume<DocumentStart>();
        Open<MappingStart>($"the file must be one map with the key '{_root}'");
        var key = Text();
        if (key.Value != _root)
            throw At(key.Start, $"'{key.Value}' is not a known key here; the file has one key, '{_root}'");

        Open<SequenceStart>($"'{_root}' must be a list: lines that begin with '- '");
        while (!_parser.Accept<SequenceEnd>(out _))
        {
            if (rows.Count == MostRows)
                throw At(_parser.Current!.Start, string.Create(CultureInfo.InvariantCulture, $"the list has more than {MostRows} entries"));
            rows.Add(Row());
        }

        _parser.Consume<SequenceEnd>();
        if (_parser.Accept<Scalar>(out var more))
            throw At(more.Start, $"'{more.Value}' is not a known key here; the file has one key, '{_root}'");
        _parser.Consume<MappingEnd>();
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
            throw At(second.Start, "a second document begins; keep one");
        return rows;
    }

    CsvRow Row()
    {
        var line = LineOf(Open<MappingStart>("an entry must be a map: 'key: value' lines").Start);
        var cells = Enumerable.Repeat("", _columns.Count).ToList();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!_parser.Accept<MappingEnd>(out _))
        {
            var key = Text();
            var value = Text();
            if (!_index.TryGetValue(key.Value, out var index))
                _faults.Add(new(_file, LineOf(key.Start), key.Value, $"is not a key of an entry; known are {string.Join(", ", _columns)}."));
            else if (!lines.TryAdd(key.Value, LineOf(key.Start)))
                _faults.Add(new(_file, LineOf(key.Start), key.Value, "is there twice; keep one."));
            else
                cells[index] = value is { Style: ScalarStyle.Plain, Value: "~" or "null" } ? "" : value.Value;
        }

        _parser.Consume<MappingEnd>();
        return new(_file, line, _index, cells, _faults, lines);
    }

    T Open<T>(string otherwise)
        where T : NodeEvent
    {
        RefuseTricks();
        return _parser.Accept<T>(out var found) ? _parser.Consume<T>() : throw At(_parser.Current!.Start, otherwise);
    }

    Scalar Text()
    {
        RefuseTricks();
        return _parser.Accept<Scalar>(out _)
            ? _parser.Consume<Scalar>()
            : throw At(_parser.Current!.Start, "a list or map stands where one value belongs");
    }

    void RefuseTricks()
    {
        if (_parser.Accept<AnchorAlias>(out var alias))
            throw At(alias.Start, "an alias ('*name') is not taken; write the value out");
        if (_parser.Accept<NodeEvent>(out var node) && !node.Anchor.IsEmpty)
            throw At(node.Start, "an anchor ('&name') is not taken; remove it");
        if (node is not null && !node.Tag.IsEmpty && !(node is Scalar && node.Tag.IsNonSpecific))
            throw At(node.Start, "a tag ('!name') is not taken; remove it");
    }

    static YamlException At(Mark place, string reason) => new(place, place, reason);

    static int LineOf(Mark place) => (int)place.Line;
}
