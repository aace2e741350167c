namespace DcOps.Collectors.Pipeline.Devices;

/// <summary>Which of a rack's two supplies a device hangs on.</summary>
public enum Feed : byte
{
    /// <summary>Not said, or not of a rack.</summary>
    None = 0,
    A = 1,
    B = 2,
}
