using System.Globalization;
using System.Text.Json;

namespace DcOps.Domain.Configuration;

/// <summary>The line on which each key and element of a JSON text stands.</summary>
sealed class JsonLines
{
    readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <summary>Keys that their object already has, with the line of the repetition.</summary>
    public List<(string Path, int Line)> Repeated { get; } = [];

    public static JsonLines Of(ReadOnlySpan<byte> utf8)
    {
        var lines = new JsonLines();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
        });
        var counted = 0;
        var line = 1;
        var path = new Stack<Level>();
        while (reader.Read())
        {
            for (; counted < reader.TokenStartIndex; counted++)
            {
                if (utf8[counted] == (byte)'\n')
                    line++;
            }

            lines.Note(ref reader, path, line);
        }

        return lines;
    }

    /// <summary>The line of the path, or of its nearest ancestor that exists; 0 when there is none.</summary>
    public int Of(string path)
    {
        for (var part = path; part.Length > 0; part = Parent(part))
        {
            if (_lines.TryGetValue(part, out var line))
                return line;
        }

        return 0;
    }

    static string Parent(string path)
    {
        var cut = Math.Max(path.LastIndexOf('.'), path.LastIndexOf('['));
        return cut < 0 ? "" : path[..cut];
    }

    void Note(ref Utf8JsonReader reader, Stack<Level> path, int line)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                var owner = path.Peek();
                var key = reader.GetString()!;
                owner.Current = owner.Path.Length == 0 ? key : $"{owner.Path}.{key}";
                if (!_lines.TryAdd(owner.Current, line))
                    Repeated.Add((owner.Current, line));
                return;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                path.Pop();
                return;
        }

        var here = "";
        if (path.TryPeek(out var parent))
        {
            here = parent.IsArray
                ? string.Create(CultureInfo.InvariantCulture, $"{parent.Path}[{parent.Next++}]")
                : parent.Current;
            _lines[here] = line;
        }

        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            path.Push(new Level(here, reader.TokenType == JsonTokenType.StartArray));
    }

    sealed class Level(string path, bool isArray)
    {
        public string Path { get; } = path;

        public bool IsArray { get; } = isArray;

        public int Next { get; set; }

        public string Current { get; set; } = "";
    }
}
