using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Search;

/// <summary>
/// Finds cities, sites, rooms and racks by code, name in either language, or pinyin initials. Every word of the question must fit:
/// a site's own words narrow the sites, the others must fit a room or a rack in them.
/// </summary>
sealed class PlaceSearch
{
    public const int MostOfKind = 20;
    public const int LongestQuestion = 100;

    static readonly char[] Between = [' ', '/', '　', ',', '，', '\t'];

    readonly ImmutableArray<(City City, string[] Words)> _cities;
    readonly ImmutableArray<(Facility Site, string[] Words)> _sites;

    public PlaceSearch(Inventory inventory)
    {
        _cities = [.. inventory.Cities.Select(city => (city, WordsOf(city.Code.Value, city.Name)))];
        var words = _cities.ToDictionary(entry => entry.City.Code, entry => entry.Words);
        _sites = [.. inventory.Facilities.Select(site => (site, (string[])[.. WordsOf(site.Id.Value, site.Name), .. words.GetValueOrDefault(site.City) ?? []]))];
    }

    /// <param name="question">As typed; what is longer than <see cref="LongestQuestion"/> is cut.</param>
    public FoundPlaces Find(string? question)
    {
        var asked = (question ?? "").Trim();
        var words = (asked.Length > LongestQuestion ? asked[..LongestQuestion] : asked).ToLowerInvariant()
            .Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0)
            return FoundPlaces.None;

        var cities = _cities.Where(entry => Array.TrueForAll(words, word => Rank(entry.Words, word) is not null)).Select(entry => entry.City);
        var sites = new List<(int Rank, Facility Site)>();
        var (rooms, racks) = (new Best<Room>(), new Best<Rack>());
        foreach (var (site, own) in _sites)
        {
            var rest = new List<string>(words.Length);
            var rank = 0;
            foreach (var word in words)
            {
                if (Rank(own, word) is { } fits)
                    rank += fits;
                else
                    rest.Add(word);
            }

            if (rest.Count == 0)
                sites.Add((rank, site));
            else
                FindInside(site, rest, rank, rooms, racks);
        }

        return new(
            [.. cities.Take(MostOfKind)],
            [.. sites.OrderBy(found => found.Rank).Take(MostOfKind).Select(found => found.Site)],
            rooms.Taken, racks.Taken, sites.Count, rooms.Count, racks.Count);
    }

    static void FindInside(Facility site, List<string> words, int rank, Best<Room> rooms, Best<Rack> racks)
    {
        foreach (var room in site.Rooms)
        {
            var rest = words.Where(word => !Fits(room, word)).ToList();
            if (rest.Count == 0)
            {
                rooms.Add(room, rank);
                continue;
            }

            // A rack has one code: two words that the room does not know cannot both be it.
            if (rest.Count > 1)
                continue;
            foreach (var rack in room.Racks)
            {
                if (rack.Id.RackCode.StartsWith(rest[0], StringComparison.OrdinalIgnoreCase))
                    racks.Add(rack, rank + (rack.Id.RackCode.Length == rest[0].Length ? 0 : 1));
            }
        }
    }

    static bool Fits(Room room, string word) =>
        room.Id.RoomCode.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        || room.Name.Chinese.Contains(word, StringComparison.OrdinalIgnoreCase)
        || room.Name.English.Contains(word, StringComparison.OrdinalIgnoreCase);

    static string[] WordsOf(string code, Designation name) =>
        [code.ToLowerInvariant(), name.Chinese.ToLowerInvariant(), name.English.ToLowerInvariant(), PinyinInitials.Of(name.Chinese)];

    /// <summary>0 for the whole, 1 for a beginning, 2 for a part of one; null where it is in none.</summary>
    static int? Rank(string[] words, string asked)
    {
        int? best = null;
        foreach (var word in words)
        {
            if (word == asked)
                return 0;
            if (word.StartsWith(asked, StringComparison.Ordinal))
                best = 1;
            else if (word.Contains(asked, StringComparison.Ordinal) && !IsOneLetter(asked))
                best ??= 2;
        }

        return best;
    }

    // A single Latin letter is somewhere in every name; a single Chinese character says something.
    static bool IsOneLetter(string asked) => asked.Length == 1 && char.IsAscii(asked[0]);

    /// <summary>The first of the best rank, as they come; the others are counted.</summary>
    sealed class Best<T>
    {
        readonly SortedDictionary<int, List<T>> _byRank = [];

        public int Count { get; private set; }

        public ImmutableArray<T> Taken => [.. _byRank.SelectMany(entry => entry.Value).Take(MostOfKind)];

        public void Add(T found, int rank)
        {
            Count++;
            if (!_byRank.TryGetValue(rank, out var same))
                _byRank[rank] = same = new(MostOfKind);
            if (same.Count < MostOfKind)
                same.Add(found);
        }
    }
}
