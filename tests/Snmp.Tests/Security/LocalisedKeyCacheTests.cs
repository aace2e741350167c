using System.Buffers.Binary;
using DcOps.Collectors.Snmp.Security;

namespace DcOps.Collectors.Snmp.Tests.Security;

public sealed class LocalisedKeyCacheTests
{
    [Fact]
    public void Finds_the_keys_of_each_of_fifty_thousand_engines()
    {
        var cache = new LocalisedKeyCache();
        for (var engine = 0; engine < 50_000; engine++)
            cache.Keep(Id(engine), new([(byte)engine], []));

        Assert.Equal(50_000, cache.Count);
        for (var engine = 0; engine < 50_000; engine++)
            Assert.Equal((byte)engine, cache.Find(Id(engine))!.Authentication[0]);
        Assert.Null(cache.Find(Id(50_000)));
    }

    [Fact]
    public void Does_not_grow_without_end()
    {
        var cache = new LocalisedKeyCache();
        var keys = new LocalisedKeys([], []);
        for (var engine = 0; engine <= LocalisedKeyCache.MostEngines; engine++)
            cache.Keep(Id(engine), keys);

        Assert.Equal(1, cache.Count);
        Assert.Same(keys, cache.Find(Id(LocalisedKeyCache.MostEngines)));
    }

    [Fact]
    public void Is_used_by_every_session_of_the_user()
    {
        var user = new UsmUser("monitor", AuthenticationProtocol.Sha256, "authpass123");
        var kept = new LocalisedKeys([1, 2, 3], []);
        user.Known.Keep(Id(7), kept);

        Assert.Same(kept, user.KeysAt(Id(7)));
        Assert.NotSame(kept, user.KeysAt(Id(8)));
        Assert.Equal(1, user.Known.Count);
    }

    static byte[] Id(int number)
    {
        var id = new byte[9];
        id[0] = 0x80;
        BinaryPrimitives.WriteInt32BigEndian(id.AsSpan(5), number);
        return id;
    }
}
