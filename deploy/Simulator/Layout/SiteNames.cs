using System.Globalization;
using DcOps.Domain.Topology;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Layout;

/// <summary>What people call the played sites and rooms.</summary>
public static class SiteNames
{
    public static Designation OfFacility(Designation city, SiteKind kind, int ordinal)
    {
        var (chinese, english) = kind switch
        {
            SiteKind.Cloud => ("云计算数据中心", "Cloud"),
            SiteKind.Finance => ("金融数据中心", "Finance"),
            SiteKind.Government => ("政务数据中心", "Government"),
            SiteKind.AiTraining => ("智算中心", "AI Training"),
            SiteKind.Edge => ("边缘数据中心", "Edge"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "is not a site kind"),
        };
        var number = ordinal.ToString(CultureInfo.InvariantCulture);
        return new($"{city.Chinese}{chinese}{number}号", $"{city.English} {english} {number}");
    }

    public static Designation OfRoom(int ordinal)
    {
        var number = ordinal.ToString(CultureInfo.InvariantCulture);
        return new($"{number}号机房", $"Room {number}");
    }
}
