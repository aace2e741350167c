using System.Text.Json;
using DcOps.Domain.Topology;

namespace DcOps.Upload.Feed;

/// <summary>Up to where each facility's items were taken from the ledger, in a file that is replaced as a whole.</summary>
sealed class FeedCursor
{
    readonly string _path;
    readonly Dictionary<string, string> _after;

    public FeedCursor(string path)
    {
        _path = path;
        _after = File.Exists(path) ? Read(path) : new(StringComparer.Ordinal);
    }

    public string this[FacilityId facility] => _after.GetValueOrDefault(facility.Value, "");

    public void Advance(FacilityId facility, string after)
    {
        _after[facility.Value] = after;
        File.WriteAllText(_path + ".new", JsonSerializer.Serialize(_after));
        File.Move(_path + ".new", _path, overwrite: true);
    }

    // A cursor that cannot be read costs work, not items: all is offered again, and the spool knows what it has.
    static Dictionary<string, string> Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path)) ?? new(StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            return new(StringComparer.Ordinal);
        }
    }
}
