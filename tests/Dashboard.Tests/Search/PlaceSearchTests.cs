using System.Globalization;
using DcOps.Dashboard.Search;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Tests.Search;

public sealed class PlaceSearchTests
{
    static readonly PlaceSearch Places = new(new(
        ProvinceId.Parse("JS"), new("江苏省", "Jiangsu"),
        [new(CityCode.Parse("NJ"), new("南京", "Nanjing"), null, null), new(CityCode.Parse("SZ"), new("苏州", "Suzhou"), null, null)],
        [
            Site("NJ-01", new("南京云计算数据中心1号", "Nanjing Cloud 1"), 30), Site("NJ-02", new("南京政务数据中心2号", "Nanjing Government 2"), 12),
            Site("SZ-01", new("苏州智算中心1号", "Suzhou AI 1"), 30),
        ]));

    [Theory]
    [InlineData("南京", "NJ-01 NJ-02")]
    [InlineData("nanjing", "NJ-01 NJ-02")]
    [InlineData("njy", "NJ-01")]
    [InlineData("szzs", "SZ-01")]
    [InlineData("政务", "NJ-02")]
    [InlineData("NJ-02", "NJ-02")]
    [InlineData("suzhou ai", "SZ-01")]
    [InlineData("徐州", "")]
    public void Sites_are_found_by_code_name_and_initials(string question, string expected) =>
        Assert.Equal(expected, string.Join(' ', Places.Find(question).Facilities.Select(site => site.Id.Value)));

    [Theory]
    [InlineData("a07", "NJ-01/R01/A07 NJ-02/R01/A07 SZ-01/R01/A07")]
    [InlineData("nj a07", "NJ-01/R01/A07 NJ-02/R01/A07")]
    [InlineData("NJ-01/R01/A07", "NJ-01/R01/A07")]
    [InlineData("苏州　R01，a2", "SZ-01/R01/A20 SZ-01/R01/A21 SZ-01/R01/A22 SZ-01/R01/A23 SZ-01/R01/A24 SZ-01/R01/A25 SZ-01/R01/A26 SZ-01/R01/A27 SZ-01/R01/A28 SZ-01/R01/A29")]
    [InlineData("nj a07 a08", "")]
    public void Racks_are_found_where_every_word_fits(string question, string expected) =>
        Assert.Equal(expected, string.Join(' ', Places.Find(question).Racks.Select(rack => rack.Id.Value)));

    [Fact]
    public void The_whole_code_comes_before_codes_that_begin_with_it_and_all_are_counted()
    {
        var found = Places.Find("a");

        Assert.Equal(72, found.MatchingRacks);
        Assert.Equal(PlaceSearch.MostOfKind, found.Racks.Length);
        Assert.Equal("R01", Assert.Single(Places.Find("nj-01 r01").Rooms).Id.RoomCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    [InlineData(" / ")]
    public void Nothing_asked_is_nothing_found(string? question) => Assert.True(Places.Find(question).IsEmpty);

    [Theory]
    [InlineData("连云港", "lyg")]
    [InlineData("南京A1号", "nja1h")]
    [InlineData("盱眙", "")]
    [InlineData("", "")]
    public void Initials_are_those_that_people_type(string name, string expected) => Assert.Equal(expected, PinyinInitials.Of(name));

    static Facility Site(string code, Designation name, int racks)
    {
        var id = FacilityId.Parse(code);
        var room = new RoomId(id, "R01");
        return new(id, CityCode.Parse(code[..2]), name,
            [
                new(room, new("一号机房", "Room 1"),
                    [.. Enumerable.Range(0, racks).Select(rack => new Rack(new RackId(room, string.Create(CultureInfo.InvariantCulture, $"A{rack:00}")), Power.FromKilowatts(8)))]),
            ],
            [], null);
    }
}
