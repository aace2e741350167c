using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;

namespace DcOps.Domain.Configuration;

/// <summary>Runs the data annotations of a bound section and of everything inside it, naming each key as the file does.</summary>
static class AnnotationCheck
{
    static void Walk(object bound, string path, Action<string, string> refuse)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(bound, new ValidationContext(bound), results, validateAllProperties: true);
        foreach (var result in results)
        {
            var member = result.MemberNames.FirstOrDefault();
            refuse(member is null ? path : $"{path}.{JsonNamingPolicy.CamelCase.ConvertName(member)}", result.ErrorMessage!);
        }

        foreach (var property in bound.GetType().GetProperties())
        {
            if (property.GetIndexParameters().Length > 0 || property.GetMethod is not { IsPublic: true, IsStatic: false })
                continue;

            Descend(property.GetValue(bound), $"{path}.{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}", refuse);
        }
    }

    /// <summary>Checks a value as a section binds it: an object, a list or a map of them, or a plain value.</summary>
    public static void Descend(object? value, string path, Action<string, string> refuse)
    {
        switch (value)
        {
            case null or string:
                return;
            case IDictionary map:
                foreach (DictionaryEntry entry in map)
                    Descend(entry.Value, $"{path}.{entry.Key}", refuse);
                return;
            case IEnumerable sequence:
                var index = 0;
                foreach (var element in sequence)
                    Descend(element, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"), refuse);
                return;
            default:
                // Only our own option types carry annotations; descending into the framework's would never end.
                if (value.GetType().Namespace?.StartsWith("DcOps.", StringComparison.Ordinal) == true && value is not Enum)
                    Walk(value, path, refuse);
                return;
        }
    }
}
