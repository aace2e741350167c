using DcOps.Domain.Topology;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Layout;

/// <summary>
/// Jiangsu's 13 cities. Tiles lie as the cities do: two in the north, the plain below them, the river, the south bank.
/// Climates are rounded after published normals (annual mean, January and July means, mean humidity): right in their order
/// from the humid south to the drier north, not a base for design.
/// </summary>
public static class JiangsuCities
{
    /// <summary>In the order in which they get data centres: the first three differ most.</summary>
    public static ImmutableArray<SimulatedCity> All { get; } =
    [
        Of("NJ", "南京", "Nanjing", 0, 3, new(16.2, 12.8, 4.2, 0.74)),
        Of("SZ", "苏州", "Suzhou", 4, 3, new(17.0, 12.2, 3.6, 0.74)),
        Of("XZ", "徐州", "Xuzhou", 0, 0, new(15.0, 13.4, 4.8, 0.68)),
        Of("WX", "无锡", "Wuxi", 3, 3, new(16.6, 12.4, 3.8, 0.74)),
        Of("NT", "南通", "Nantong", 4, 2, new(15.9, 12.3, 3.6, 0.78)),
        Of("HA", "淮安", "Huai'an", 2, 1, new(14.9, 13.1, 4.5, 0.75)),
        Of("YZ", "扬州", "Yangzhou", 1, 2, new(15.9, 12.8, 4.2, 0.75)),
        Of("LYG", "连云港", "Lianyungang", 2, 0, new(14.6, 13.1, 4.5, 0.70)),
        Of("CZ", "常州", "Changzhou", 2, 3, new(16.5, 12.6, 3.9, 0.74)),
        Of("YC", "盐城", "Yancheng", 3, 1, new(15.0, 12.9, 4.3, 0.77)),
        Of("TZ", "泰州", "Taizhou", 3, 2, new(15.7, 12.8, 4.1, 0.76)),
        Of("ZJ", "镇江", "Zhenjiang", 1, 3, new(16.2, 12.7, 3.9, 0.74)),
        Of("SQ", "宿迁", "Suqian", 1, 1, new(14.8, 13.2, 4.7, 0.72)),
    ];

    static SimulatedCity Of(string code, string chinese, string english, int column, int row, Climate climate) =>
        new(new(CityCode.Parse(code), new(chinese, english), column, row), climate);
}
