using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DcOps.Dashboard.Live.Sheets;

namespace DcOps.Dashboard.Live;

/// <summary>The state of a stream after one tick: sequence, instant, every cell, and which of them changed.</summary>
sealed class LiveFrame
{
    public static readonly LiveFrame None = new(0, default, FrozenDictionary<string, Cell>.Empty, []);

    readonly DateTimeOffset _at;
    readonly IReadOnlyDictionary<string, Cell> _cells;
    readonly List<KeyValuePair<string, Cell>> _changes;

    LiveFrame(long sequence, DateTimeOffset at, IReadOnlyDictionary<string, Cell> cells, List<KeyValuePair<string, Cell>> changes)
    {
        Sequence = sequence;
        _at = at;
        _cells = cells;
        _changes = changes;
    }

    public long Sequence { get; }

    public LiveFrame Next(Sheet sheet) => new(
        Sequence + 1,
        sheet.At,
        sheet.Cells,
        [.. sheet.Cells.Where(cell => !_cells.TryGetValue(cell.Key, out var before) || cell.Value.DiffersFrom(before))]);

    public byte[] EncodeAll() => Encode(whole: true, _cells);

    public byte[] EncodeChanges() => Encode(whole: false, _changes);

    byte[] Encode(bool whole, IEnumerable<KeyValuePair<string, Cell>> cells)
    {
        var buffer = new ArrayBufferWriter<byte>(1_024);
        buffer.Write("data: "u8);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("seq", Sequence);
            json.WriteBoolean("whole", whole);
            json.WriteString("at", _at.ToString("O", CultureInfo.InvariantCulture));
            json.WriteStartObject("cells");
            foreach (var (key, cell) in cells)
            {
                json.WriteStartArray(key);
                json.WriteStringValue(cell.Text);
                json.WriteStringValue(cell.Raw);
                json.WriteStringValue(cell.State);
                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        buffer.Write(Encoding.UTF8.GetBytes("\n\n"));
        return buffer.WrittenSpan.ToArray();
    }
}
