using System.Globalization;
using Microsoft.Extensions.Localization;

namespace DcOps.Dashboard.Localization;

/// <summary>The languages of the product, and the wording of each.</summary>
public sealed class Languages(IStringLocalizer<Strings> strings)
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    /// <summary>Chinese first: the default.</summary>
    public static ImmutableArray<string> All { get; } = [Chinese, English];

    /// <summary>The wording of the culture of this request.</summary>
    public Wording Current => new(strings, CultureInfo.CurrentUICulture);

    /// <summary>Runs <paramref name="make"/> in the language, wherever the caller stands.</summary>
    public T In<T>(string language, Func<Wording, T> make)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return make(Current);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }
}
