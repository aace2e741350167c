using DcOps.Domain.Racks;
using DcOps.Grains.Checkpoints;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace DcOps.Grains.Tests.Checkpoints;

public sealed class ImageCodecTests : IDisposable
{
    readonly ServiceProvider _services = new ServiceCollection().AddSerializer().BuildServiceProvider();

    public void Dispose() => _services.Dispose();

    [Fact]
    public void Reads_a_room_as_it_was_written()
    {
        var state = RoomState.New(Room);
        state.Fold(Site.RackBatch(1), Site.Start);
        var image = state.Save();

        var read = Codec.Decode("room/NJ-01/R01", Codec.Encode(image));

        Assert.Equal(image.Sequences, read.Sequences);
        Assert.Equal(
            state.Rack(Site.Rack("A01"), Site.Start)!.Latest, RoomState.Restore(Room, read).Rack(Site.Rack("A01"), Site.Start)!.Latest);
    }

    [Fact]
    public void Refuses_what_a_newer_version_wrote_naming_the_owner()
    {
        var newer = Codec.Encode(RoomState.New(Room).Save()).ToArray();
        newer[0] = 2;

        var refusal = Assert.Throws<CheckpointFormatException>(() => Codec.Decode("room/NJ-01/R01", newer));

        Assert.StartsWith(
            "The checkpoint of room/NJ-01/R01 was written by a newer version (format 2; this one reads up to 1).",
            refusal.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0, 1, 2 })]
    [InlineData(new byte[] { 1, 0xFF, 0xFF, 0xFF, 0xFF })]
    public void Refuses_what_is_no_image(byte[] bytes)
    {
        Assert.Throws<CheckpointFormatException>(() => Codec.Decode("room/NJ-01/R01", bytes));
    }

    static Domain.Topology.Room Room => Site.Inventory.TryGet(Site.Room, out var room) ? room : throw new InvalidOperationException("No such room.");

    ImageCodec<RoomImage> Codec => new(_services.GetRequiredService<Serializer<RoomImage>>());
}
