namespace DcOps.Signing.Bundles;

/// <summary>One file of a bundle as its bytes.</summary>
public readonly record struct BundleEntry(string Name, ReadOnlyMemory<byte> Bytes);
