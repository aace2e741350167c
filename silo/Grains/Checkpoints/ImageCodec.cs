using System.Buffers;
using System.Globalization;
using Orleans.Serialization;

namespace DcOps.Grains.Checkpoints;

/// <summary>
/// An image as bytes: one byte of format, then the serializer's own bytes, which grow by addition.
/// The format changes only when an older program must not read what a newer one wrote.
/// </summary>
public sealed class ImageCodec<TImage>(Serializer<TImage> serializer)
    where TImage : class
{
    public const byte Format = 1;

    public ReadOnlyMemory<byte> Encode(TImage image)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        buffer.Write([Format]);
        serializer.Serialize(image, buffer);
        return buffer.WrittenMemory;
    }

    /// <param name="key">Named in the fault.</param>
    /// <exception cref="CheckpointFormatException">A newer program wrote it, or it is not an image.</exception>
    public TImage Decode(string key, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty || bytes.Span[0] == 0)
            throw new CheckpointFormatException($"The checkpoint of {key} is not one of ours.");

        if (bytes.Span[0] > Format)
        {
            throw new CheckpointFormatException(string.Create(
                CultureInfo.InvariantCulture,
                $"The checkpoint of {key} was written by a newer version (format {bytes.Span[0]}; this one reads up to {Format}). Start that version again, or restore a backup."));
        }

        try
        {
            return serializer.Deserialize(bytes[1..])
                ?? throw new CheckpointFormatException($"The checkpoint of {key} holds nothing.");
        }
        catch (Exception fault) when (fault is not CheckpointFormatException)
        {
            throw new CheckpointFormatException($"The checkpoint of {key} cannot be read: {fault.Message}", fault);
        }
    }
}
