namespace DcOps.Dashboard.Localization;

/// <summary>Names the resources that stand beside it: <c>Strings.resx</c> (English) and <c>Strings.zh-CN.resx</c>.</summary>
public sealed class Strings;
