namespace DcOps.Simulator.Model;

/// <summary>One of a rack's two supplies.</summary>
public enum Feed
{
    A = 0,
    B = 1,
}
