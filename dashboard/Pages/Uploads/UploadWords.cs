using DcOps.Dashboard.Localization;

namespace DcOps.Dashboard.Pages.Uploads;

/// <summary>What a platform's answer means to a person. Codes of its own stand as it gave them.</summary>
static class UploadWords
{
    public static string Of(string code, Wording words) => code switch
    {
        "400" or "422" => words["UploadCode.Refused", code],
        "401" or "403" => words["UploadCode.NotAllowed", code],
        "404" => words["UploadCode.NoSuchPath", code],
        "413" => words["UploadCode.TooLarge", code],
        "429" => words["UploadCode.TooMany", code],
        ['5', _, _] => words["UploadCode.Broken", code],
        _ => words["UploadCode.Own", code],
    };
}
