using DcOps.Upload.Items;

namespace DcOps.Upload.Spool;

/// <summary>An item on its way to a destination.</summary>
/// <param name="Day">Local day of its file.</param>
/// <param name="Line">Which line of it, from 0.</param>
public readonly record struct SpooledItem(DateOnly Day, int Line, UploadItem Item);
