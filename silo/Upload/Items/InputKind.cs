namespace DcOps.Upload.Items;

/// <summary>Where a value comes from, as the receiving platform asks; the code of each is configured.</summary>
public enum InputKind : byte
{
    Meter = 0,
    Manual = 1,
}
