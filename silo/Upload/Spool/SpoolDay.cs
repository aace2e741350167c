using System.Globalization;
using DcOps.Domain.Ledger;
using DcOps.Upload.Items;

namespace DcOps.Upload.Spool;

/// <summary>
/// The items of one local day in one file, appended to, with one file of acknowledgements per destination. Items are read into memory when
/// they are asked for, and may be let go again.
/// </summary>
sealed class SpoolDay
{
    const string Form = "yyyy-MM-dd";

    readonly string _path;
    readonly Dictionary<string, AckFile> _acks;
    List<UploadItem?>? _items;
    HashSet<string>? _keys;
    Dictionary<string, UploadItem>? _newest;

    SpoolDay(string folder, DateOnly day, IEnumerable<string> destinations)
    {
        Day = day;
        _path = Path.Combine(folder, day.ToString(Form, CultureInfo.InvariantCulture) + ".items");
        _acks = destinations.ToDictionary(
            name => name, name => new AckFile(Path.ChangeExtension(_path, name + ".acks")), StringComparer.Ordinal);
    }

    public DateOnly Day { get; }

    public long Bytes { get; private set; }

    /// <summary>Lines of the file, damaged ones included.</summary>
    public int Lines { get; private set; }

    public int Damaged { get; private set; }

    public bool IsLoaded => _items is not null;

    /// <summary>By time of the period, then revision; loads the day.</summary>
    public IEnumerable<UploadItem> Items => Loaded().OfType<UploadItem>();

    public static IEnumerable<DateOnly> Existing(string folder) => Directory.EnumerateFiles(folder, "*.items")
        .Select(Path.GetFileNameWithoutExtension)
        .Where(name => DateOnly.TryParseExact(name, Form, out _))
        .Select(name => DateOnly.ParseExact(name!, Form, CultureInfo.InvariantCulture)).Order();

    /// <summary>Opens a day's file; a torn end is cut off.</summary>
    /// <param name="torn">Bytes that were cut off.</param>
    public static SpoolDay Open(string folder, DateOnly day, IReadOnlyCollection<string> destinations, out long torn)
    {
        var opened = new SpoolDay(folder, day, destinations);
        torn = 0;
        if (!File.Exists(opened._path))
            return opened;

        var bytes = File.ReadAllBytes(opened._path);
        var whole = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        torn = bytes.Length - whole;
        if (torn > 0)
        {
            using var file = new FileStream(opened._path, FileMode.Open, FileAccess.Write);
            file.SetLength(whole);
            file.Flush(flushToDisk: true);
        }

        opened.Bytes = whole;
        foreach (var line in bytes.AsSpan(0, whole).Split((byte)'\n'))
        {
            if (line.Start.Value == whole)
                continue;
            opened.Lines++;
            opened.Damaged += SpoolLine.IsWhole(bytes.AsSpan(line)) ? 0 : 1;
        }

        return opened;
    }

    public int PendingOf(string destination) => Lines - Damaged - _acks[destination].Count;

    /// <summary>Appends what the day does not have yet, and forces it to disk.</summary>
    /// <returns>How many were new.</returns>
    public int Append(IEnumerable<UploadItem> items)
    {
        Loaded();
        var fresh = items.Where(item => _keys!.Add(item.Key)).ToList();
        if (fresh.Count == 0)
            return 0;

        try
        {
            using var file = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
            // What a write before left behind half is written over.
            file.SetLength(Bytes);
            file.Position = Bytes;
            foreach (var item in fresh)
                file.Write(SpoolLine.Encode(item));
            file.Flush(flushToDisk: true);
            Bytes = file.Length;
        }
        catch (IOException)
        {
            // What of it reached the disk is not known: the next use reads the file again.
            Unload();
            throw;
        }

        _items!.AddRange(fresh);
        foreach (var item in fresh)
            Remember(item);
        Lines += fresh.Count;
        return fresh.Count;
    }

    /// <summary>The newest revision of what an item is about; null when there is none. Loads the day.</summary>
    public UploadItem? NewestOf(UploadItem item)
    {
        Loaded();
        return _newest!.GetValueOrDefault(item.Subject);
    }

    /// <summary>Items that a destination has not acknowledged, by time of their period, then revision; loads the day.</summary>
    public IEnumerable<SpooledItem> Pending(string destination)
    {
        var acks = _acks[destination];
        return Loaded().Select((item, line) => (item, line)).Where(each => each.item is not null && acks[each.line] == ItemState.Pending)
            .Select(each => new SpooledItem(Day, each.line, each.item!))
            .OrderBy(each => each.Item.PeriodStart).ThenBy(each => each.Item.Revision).ThenBy(each => each.Line);
    }

    /// <summary>Counts subjects by their newest revision; loads the day.</summary>
    public SpoolCount CountOf(string destination)
    {
        var newest = new Dictionary<string, (int Revision, int Line)>(StringComparer.Ordinal);
        var items = Loaded();
        for (var line = 0; line < items.Count; line++)
        {
            if (items[line] is { Span: not ItemSpan.Month } item
                && (!newest.TryGetValue(item.Subject, out var known) || known.Revision < item.Revision))
                newest[item.Subject] = (item.Revision, line);
        }

        var acks = _acks[destination];
        return new(
            newest.Count, newest.Values.Count(each => acks[each.Line] == ItemState.Acknowledged),
            newest.Values.Count(each => acks[each.Line] == ItemState.Refused));
    }

    public IEnumerable<UploadItem> Refused(string destination) => Loaded().Where((item, line) => item is not null && _acks[destination][line] == ItemState.Refused)!;

    public void Settle(string destination, IEnumerable<int> lines, ItemState state) => _acks[destination].Append(lines, state);

    public void Unload() => (_items, _keys, _newest) = (null, null, null);

    public void Delete()
    {
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(_path)!, Path.GetFileNameWithoutExtension(_path) + ".*.acks"))
            File.Delete(file);
        File.Delete(_path);
    }

    List<UploadItem?> Loaded()
    {
        if (_items is not null)
            return _items;

        var items = new List<UploadItem?>();
        if (File.Exists(_path))
        {
            var bytes = File.ReadAllBytes(_path);
            var whole = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
            foreach (var line in bytes.AsSpan(0, whole).Split((byte)'\n'))
            {
                if (line.Start.Value != whole)
                    items.Add(SpoolLine.Decode(bytes.AsSpan(line)));
            }

            (Lines, Bytes, Damaged) = (items.Count, whole, items.Count(item => item is null));
        }

        _keys = items.OfType<UploadItem>().Select(item => item.Key).ToHashSet(StringComparer.Ordinal);
        _newest = new(StringComparer.Ordinal);
        foreach (var item in items.OfType<UploadItem>())
            Remember(item);
        return _items = items;
    }

    void Remember(UploadItem item)
    {
        if (!_newest!.TryGetValue(item.Subject, out var known) || known.Revision < item.Revision)
            _newest[item.Subject] = item;
    }
}
