using System.IO.Pipelines;

namespace DcOps.Silo.Host.Cluster;

/// <summary>A stream as the two pipes that a connection reads and writes.</summary>
sealed class StreamTransport(Stream stream) : IDuplexPipe
{
    public PipeReader Input { get; } = PipeReader.Create(stream, new(bufferSize: 32_768, leaveOpen: true));

    public PipeWriter Output { get; } = PipeWriter.Create(stream, new(leaveOpen: true));
}
