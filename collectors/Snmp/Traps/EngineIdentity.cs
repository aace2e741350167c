using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DcOps.Collectors.Snmp.Traps;

/// <summary>Our own SNMP engine (RFC 3411 section 5, RFC 3414 section 2.3): informs are sealed for it. Its id and boots outlive the process.</summary>
sealed class EngineIdentity
{
    const int IdLength = 13;
    readonly TimeProvider _time;
    readonly long _bootedAt;

    EngineIdentity(byte[] id, int boots, TimeProvider time)
    {
        Id = id;
        Boots = boots;
        _time = time;
        _bootedAt = time.GetTimestamp();
    }

    public byte[] Id { get; }

    public int Boots { get; }

    /// <summary>Seconds since this process began to listen.</summary>
    public int Time => (int)_time.GetElapsedTime(_bootedAt).TotalSeconds;

    /// <summary>Counts one more boot; begins anew with another id where the file is absent or no such file.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static EngineIdentity Load(string file, TimeProvider time)
    {
        var octets = File.Exists(file) ? File.ReadAllBytes(file) : [];
        var boots = octets.Length == IdLength + sizeof(int) ? BinaryPrimitives.ReadInt32BigEndian(octets.AsSpan(IdLength)) : 0;
        var id = boots > 0 ? octets[..IdLength] : NewId();
        var identity = new EngineIdentity(id, boots is > 0 and < int.MaxValue ? boots + 1 : 1, time);
        identity.Save(file);
        return identity;
    }

    // RFC 3411's form 5, octets of one's own choice, under no maker's number.
    static byte[] NewId() => [0x80, 0, 0, 0, 5, .. RandomNumberGenerator.GetBytes(IdLength - 5)];

    void Save(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var octets = new byte[IdLength + sizeof(int)];
        Id.CopyTo(octets, 0);
        BinaryPrimitives.WriteInt32BigEndian(octets.AsSpan(IdLength), Boots);
        var draft = file + ".new";
        using (var stream = new FileStream(draft, FileMode.Create))
        {
            stream.Write(octets);
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, file, overwrite: true);
    }
}
